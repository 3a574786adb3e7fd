package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.FolderCommit;
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
    List<Timed<DatasetManifest>> builds = new ArrayList<>();
    List<Timed<Long>> loops = new ArrayList<>();
    double pipelineAlone = Double.NaN;
    for (int round = -warmup; round < runs; round++) {
      Timed<DatasetManifest> build = timed(place -> work.build(place.resolve("dataset"), beam));
      if (round == -warmup) {
        pipelineAlone = PeakMemory.residentMegabytes();
      }
      Timed<Long> loop = timed(work::loop);
      checkSameWork(examples(build.result()), loop.result());
      progress.accept(
          "%s: pipeline %.2f s, loop %.2f s"
              .formatted(
                  round < 0 ? "warm-up" : "run " + (round + 1), build.seconds(), loop.seconds()));
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
        builds.get(0).result(),
        new Cost(Median.of(builds, Timed::seconds), Median.of(builds, Timed::cpuSeconds)),
        new Cost(Median.of(loops, Timed::seconds), Median.of(loops, Timed::cpuSeconds)),
        pipelineAlone,
        PeakMemory.residentMegabytes());
  }

  /** Something that fills a folder. */
  @FunctionalInterface
  private interface Filling<T> {
    T fill(Path folder) throws IOException;
  }

  private record Timed<T>(T result, Cost cost) {
    double seconds() {
      return cost.seconds();
    }

    double cpuSeconds() {
      return cost.cpuSeconds();
    }
  }

  /** What was made is never put in a final place, so closing takes it away, off the clock. */
  private <T> Timed<T> timed(Filling<T> filling) throws IOException {
    try (FolderCommit scratch = FolderCommit.begin(folder.resolve("made"))) {
      Stopwatch watch = Stopwatch.start();
      T result = filling.fill(scratch.staging());
      return new Timed<>(result, watch.cost());
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
