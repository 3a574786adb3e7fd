package org.tinyrecursive.workflows.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.predict.SearchReport;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts a split of a dataset of puzzles. */
@Command(preprocessor = BeamArguments.class)
public final class PredictPuzzleCommand implements Callable<Integer> {
  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "a checkpoint, or a run, whose best checkpoint is taken")
  private Path checkpoint;

  @Mixin private Puzzles puzzles;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist")
  private Path outputDir;

  @Option(
      names = "--weights",
      paramLabel = "ema|raw",
      description = "averaged or raw weights (default: averaged where the run kept them)")
  private WeightSet weights;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "" + PuzzlePredictSettings.DEFAULT_BATCH_SIZE,
      description = "rows per batch")
  private int batchSize;

  @Option(
      names = "--rows-per-file",
      paramLabel = "N",
      defaultValue = "" + PuzzlePredictSettings.DEFAULT_ROWS_PER_FILE,
      description = "predictions per Arrow file, rounded up to whole batches")
  private int rowsPerFile;

  @Mixin private SearchOptions search;
  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  private final PuzzleTask task;

  /**
   * @param task what the puzzles are
   */
  public PredictPuzzleCommand(PuzzleTask task) {
    this.task = task;
  }

  /** What was predicted; keys of the JSON result. */
  record Predicted(
      String outputDir,
      long rejects,
      long predictions,
      String weights,
      long step,
      long labelled,
      double exactAccuracy,
      double cellAccuracy,
      List<Double> exactAccuracyByStep,
      List<Double> cellAccuracyByStep,
      SearchReport search,
      double seconds,
      double examplesPerSecond) {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    PredictionSummary summary =
        PuzzlePredictPipeline.run(
            new PuzzlePredictSettings(
                task,
                checkpoint,
                Optional.ofNullable(weights),
                puzzles.input(task),
                outputDir,
                batchSize,
                rowsPerFile,
                search.settings()),
            beam.settings(),
            examples ->
                CounterLines.towards(result.err(), PuzzlePredictPipeline.PREDICTED, examples));
    double seconds = (System.nanoTime() - start) / 1e9;
    Predicted predicted =
        new Predicted(
            outputDir.toString(),
            summary.rejects(),
            summary.predictions(),
            summary.weights(),
            summary.step(),
            summary.labelled(),
            summary.exactAccuracy(),
            summary.cellAccuracy(),
            summary.exactAccuracyByStep(),
            summary.cellAccuracyByStep(),
            summary.search(),
            seconds,
            summary.predictions() / seconds);
    result.print(
        () -> new PredictedText(summary, outputDir.toString(), seconds).table(), predicted);
    return ExitCode.DONE;
  }
}
