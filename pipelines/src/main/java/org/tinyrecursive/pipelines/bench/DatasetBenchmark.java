package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.measure.Cost;
import org.tinyrecursive.transforms.measure.Cost.Measured;
import org.tinyrecursive.transforms.measure.Median;
import org.tinyrecursive.transforms.measure.PeakMemory;

/**
 * Times builds of a dataset beside the plain loop, in turns, so that both meet the same machine.
 */
public final class DatasetBenchmark {
  private final String task;
  private final DatasetWork work;
  private final BeamSettings beam;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * @param folder where datasets are made and taken away again; its parent must exist
   * @param progress receives a line for every measurement
   */
  public DatasetBenchmark(
      String task, DatasetWork work, BeamSettings beam, Path folder, Consumer<String> progress) {
    this.task = task;
    this.work = work;
    this.beam = beam;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param warmup rounds before the clock counts, 0 and above
   * @param runs rounds measured, 1 and above; medians are reported
   * @throws IllegalStateException if the loop does not make as many examples as the pipeline
   */
  public DatasetBenchmarkResult run(int warmup, int runs) throws IOException {
    List<Measured<DatasetManifest>> builds = new ArrayList<>();
    List<Measured<Long>> loops = new ArrayList<>();
    double pipelineAlone = Double.NaN;
    for (int round = -warmup; round < runs; round++) {
      Measured<DatasetManifest> build = timed(place -> work.build(place.resolve("dataset"), beam));
      if (round == -warmup) {
        pipelineAlone = PeakMemory.residentMegabytes();
      }
      Measured<Long> loop = timed(work::loop);
      checkSameWork(examples(build.value()), loop.value());
      progress.accept(
          "%s: pipeline %.2f s, loop %.2f s"
              .formatted(
                  round < 0 ? "warm-up" : "run " + (round + 1),
                  build.cost().seconds(),
                  loop.cost().seconds()));
      if (round >= 0) {
        builds.add(build);
        loops.add(loop);
      }
    }
    return DatasetBenchmarkResult.of(
        task,
        beam.runner().label(),
        beam.workersOrCores(),
        runs,
        builds.get(0).value(),
        median(builds),
        median(loops),
        pipelineAlone,
        PeakMemory.residentMegabytes());
  }

  /** Something that fills a folder. */
  @FunctionalInterface
  private interface Filling<T> {
    T fill(Path folder) throws IOException;
  }

  private static <T> Cost median(List<Measured<T>> measured) {
    return new Cost(
        Median.of(measured, one -> one.cost().seconds()),
        Median.of(measured, one -> one.cost().cpuSeconds()));
  }

  /** What was made is never put in a final place, so closing takes it away, off the clock. */
  private <T> Measured<T> timed(Filling<T> filling) throws IOException {
    try (FolderCommit scratch = FolderCommit.begin(folder.resolve("made"))) {
      return Cost.measure(() -> filling.fill(scratch.staging()));
    }
  }

  static long examples(DatasetManifest manifest) {
    return manifest.splits().values().stream().mapToLong(split -> split.totalExamples()).sum();
  }

  private static void checkSameWork(long pipeline, long loop) {
    if (pipeline != loop) {
      throw new IllegalStateException(
          "the pipeline made %,d examples and the loop %,d: they cannot be compared"
              .formatted(pipeline, loop));
    }
  }
}
