package org.tinyrecursive.pipelines.bench;

import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.measure.Cost;

/**
 * What a benchmark measured. MB are 10⁶ bytes.
 *
 * @param task such as {@code sudoku}
 * @param runner of the pipeline
 * @param workers of it; where none were asked for, the cores of this machine
 * @param runs measured; times are their medians
 * @param examples of the dataset
 * @param bytes of its shards on disk
 * @param seconds of a whole build by the pipeline
 * @param cpuSeconds of all its threads, the JVM's own included
 * @param examplesPerSecond of the pipeline, its start and end included
 * @param mbPerSecond the same as bytes of the examples: tokens and ids before compression
 * @param floorSeconds of the loop of one thread
 * @param floorCpuSeconds of the loop and of the JVM meanwhile
 * @param floorExamplesPerSecond of the loop
 * @param floorMbPerSecond of the loop
 * @param shareOfFloor the pipeline's examples per second over the loop's; above 1 where cores help
 * @param pipelinePeakRssMb most memory that the process held up to the end of the first build,
 *     before any loop; NaN where unknown
 * @param peakRssMb most memory that the process held, of both; NaN where unknown
 */
public record DatasetBenchmarkResult(
    String task,
    String runner,
    int workers,
    int runs,
    long examples,
    long bytes,
    double seconds,
    double cpuSeconds,
    double examplesPerSecond,
    double mbPerSecond,
    double floorSeconds,
    double floorCpuSeconds,
    double floorExamplesPerSecond,
    double floorMbPerSecond,
    double shareOfFloor,
    double pipelinePeakRssMb,
    double peakRssMb) {
  private static final int ID_BYTES = 4 * Integer.BYTES;

  static DatasetBenchmarkResult of(
      String task,
      String runner,
      int workers,
      int runs,
      DatasetManifest built,
      Cost build,
      Cost floor,
      double pipelinePeakRssMb,
      double peakRssMb) {
    long examples = DatasetBenchmark.examples(built);
    double megabytes = examples * (2.0 * built.seqLen() + ID_BYTES) / 1e6;
    return new DatasetBenchmarkResult(
        task,
        runner,
        workers,
        runs,
        examples,
        built.totalBytes(),
        build.seconds(),
        build.cpuSeconds(),
        examples / build.seconds(),
        megabytes / build.seconds(),
        floor.seconds(),
        floor.cpuSeconds(),
        examples / floor.seconds(),
        megabytes / floor.seconds(),
        floor.seconds() / build.seconds(),
        pipelinePeakRssMb,
        peakRssMb);
  }
}
