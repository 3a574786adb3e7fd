package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.pipelines.predict.HeldModel;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.measure.Cost;
import org.tinyrecursive.transforms.measure.Cost.Measured;
import org.tinyrecursive.transforms.measure.Median;
import org.tinyrecursive.transforms.measure.PeakMemory;

/**
 * Times the prediction of a split by the pipeline beside the bare forward pass: the same model, in
 * this process, makes as many supervision steps with one batch that never changes. Both in turns,
 * so that both meet the same machine.
 *
 * @param task of the dataset
 * @param checkpoint a checkpoint's folder, or a run's
 * @param split that is predicted
 * @param batchSize rows per batch, 1 and above
 * @param beam where the pipeline runs; in this process, or the model is loaded by every run
 * @param folder that is there, where predictions are made and taken away again
 */
public record PredictBenchmark(
    PuzzleTask task,
    Path checkpoint,
    DatasetSplit split,
    int batchSize,
    BeamSettings beam,
    Path folder) {

  /**
   * What was measured; medians of all runs.
   *
   * @param supervisionSteps made with every example
   * @param seconds of a whole pipeline, from its settings to the files in their place
   * @param bareSeconds of as many batches in a plain loop
   * @param shareOfBare examples per second of the pipeline over those of the loop
   * @param cpuSeconds of all threads of this process during a pipeline
   * @param bareCpuSeconds likewise during the loop
   * @param loadSeconds to load the model, not part of {@code seconds}
   * @param warmupSeconds of the first batch and the first pipeline, likewise
   * @param peakRssMb most memory of this process, in MB
   */
  public record Result(
      String task,
      String runner,
      int workers,
      int runs,
      int batchSize,
      int supervisionSteps,
      long examples,
      double seconds,
      double examplesPerSecond,
      double bareSeconds,
      double bareExamplesPerSecond,
      double shareOfBare,
      double cpuSeconds,
      double bareCpuSeconds,
      double loadSeconds,
      double warmupSeconds,
      double peakRssMb) {}

  /** A pipeline and the loop beside it. */
  private record Round(Cost pipeline, Cost bare) {}

  /**
   * Measures.
   *
   * @param runs rounds measured, 1 and above
   * @param progress receives a line for every round
   */
  public Result run(int runs, Consumer<String> progress) throws IOException {
    PuzzlePredictSettings settings =
        PuzzlePredictSettings.of(task, checkpoint, split.dataset(), folder.resolve("predictions"))
            .withInput(split)
            .withSizes(batchSize, PuzzlePredictSettings.DEFAULT_ROWS_PER_FILE);
    Measured<HeldModel> loaded = Cost.measure(() -> HeldModel.load(settings));
    try (HeldModel held = loaded.value()) {
      BareForward bare =
          new BareForward(held.predictor(), Dataset.open(split.dataset()).split(split.split()));
      Measured<Long> warmed =
          Cost.measure(
              () -> {
                bare.run(1);
                return predict(settings).predictions();
              });
      long examples = warmed.value();
      List<Round> rounds = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        rounds.add(round(settings, bare, batches(examples)));
        progress.accept(
            "run %d: pipeline %.2f s, bare %.2f s"
                .formatted(
                    run + 1,
                    rounds.get(run).pipeline().seconds(),
                    rounds.get(run).bare().seconds()));
      }
      return result(
          rounds,
          examples,
          held.predictor().haltMaxSteps(),
          loaded.cost().seconds(),
          warmed.cost().seconds());
    }
  }

  private Round round(PuzzlePredictSettings settings, BareForward bare, long batches)
      throws IOException {
    Cost pipeline = Cost.measure(() -> predict(settings)).cost();
    Cost loop =
        Cost.measure(
                () -> {
                  bare.run(batches);
                  return batches;
                })
            .cost();
    return new Round(pipeline, loop);
  }

  /** What is made is never put in a final place, so closing takes it away. */
  private PredictionSummary predict(PuzzlePredictSettings settings) throws IOException {
    try (FolderCommit scratch = FolderCommit.begin(folder.resolve("made"))) {
      return PuzzlePredictPipeline.run(
          settings.withOutputDir(scratch.staging().resolve("predictions")),
          beam,
          examples -> RunCounters.IGNORED);
    }
  }

  private Result result(List<Round> rounds, long examples, int steps, double load, double warmup) {
    double seconds = Median.of(rounds, r -> r.pipeline().seconds());
    double bare = Median.of(rounds, r -> r.bare().seconds());
    // The loop's last batch is whole, the split's may be short: both rates are of examples.
    double rate = examples / seconds;
    double bareRate = batches(examples) * batchSize / bare;
    return new Result(
        task.text(),
        beam.runner().label(),
        beam.withOneDirectWorker().workersOrCores(),
        rounds.size(),
        batchSize,
        steps,
        examples,
        seconds,
        rate,
        bare,
        bareRate,
        rate / bareRate,
        Median.of(rounds, r -> r.pipeline().cpuSeconds()),
        Median.of(rounds, r -> r.bare().cpuSeconds()),
        load,
        warmup,
        PeakMemory.residentMegabytes());
  }

  private long batches(long examples) {
    return (examples - 1) / batchSize + 1;
  }
}
