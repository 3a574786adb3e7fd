package org.tinyrecursive.workflows.quickstart;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.pipelines.predict.PuzzlePredictPipeline;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.score.SudokuScorePipeline;
import org.tinyrecursive.pipelines.score.SudokuScoreSettings;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.samples.Samples;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuSamples;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.recipe.Assignment;
import org.tinyrecursive.workflows.recipe.RecipeLoader;
import org.tinyrecursive.workflows.report.Stage;
import org.tinyrecursive.workflows.sample.SudokuSampleFiles;
import org.tinyrecursive.workflows.train.TrainNarrator;
import org.tinyrecursive.workflows.version.Versions;

/** Generated puzzles → dataset → training → prediction → score → report, in one folder. */
final class Quickstart {
  static final String RECIPE = "sudoku-mini";

  private static final int SIDE = 6;
  private static final int COPIES = 100;
  private static final int STAGES = 6;

  private final Path folder;
  private final int trainCount;
  private final int testCount;
  private final long seed;
  private final PrintWriter err;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * @param folder to be made; absent or empty
   * @param err where progress goes
   */
  Quickstart(Path folder, int trainCount, int testCount, long seed, PrintWriter err) {
    this.folder = folder;
    this.trainCount = trainCount;
    this.testCount = testCount;
    this.seed = seed;
    this.err = err;
  }

  QuickstartResult run() throws IOException, InterruptedException {
    checkFree();
    Recipe recipe =
        RecipeLoader.load(RECIPE, List.of(Assignment.option("train.seed", seed, "--seed")))
            .recipe();
    Samples<SudokuPuzzle> samples = stage("sample", this::sample, Quickstart::note);
    DatasetBuildResult dataset = stage("dataset", this::buildDataset, Quickstart::note);
    TrainResult trained = stage("train", () -> train(recipe), Quickstart::note);
    PredictionSummary predicted = stage("predict", this::predict, Quickstart::note);
    SudokuScoreReport score = stage("score", this::score, Quickstart::note);
    QuickstartReport report =
        new QuickstartReport(folder, recipe, samples, dataset, trained, predicted, score.score());
    err.printf("%d/%d report%n", STAGES, STAGES);
    return report.write(stages);
  }

  /** Refuses a place that is taken before any work; each stage makes its own folder below. */
  private void checkFree() throws IOException {
    FolderCommit.begin(folder).close();
  }

  private Samples<SudokuPuzzle> sample() throws IOException {
    SudokuShape shape = SudokuShape.ofSide(SIDE);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.MIXED.of(shape), seed);
    return SudokuSampleFiles.write(
        raw(), () -> SudokuSamples.draw(generator, trainCount, testCount, drawn -> {}));
  }

  private DatasetBuildResult buildDataset() {
    return SudokuDatasetPipeline.run(
        SudokuDatasetSettings.into(dataset())
            .train(List.of(raw().resolve(SudokuSampleFiles.TRAIN).toString()))
            .test(List.of(raw().resolve(SudokuSampleFiles.TEST).toString()))
            .numAug(COPIES)
            .seed(seed)
            .build(),
        BeamSettings.direct(),
        counters -> {});
  }

  private TrainResult train(Recipe recipe) throws IOException, InterruptedException {
    try (TrainNarrator narrator = TrainNarrator.to(err)) {
      return Trainer.run(
          new TrainRun(
              recipe,
              dataset(),
              folder.resolve("run"),
              ResumeMode.NEW,
              Optional.empty(),
              Versions.current().byName(),
              new TensorFlowEngines(Compute.allCores()),
              new StopSignal()),
          narrator);
    }
  }

  /** With the last checkpoint, not the best: choosing on held-out puzzles would flatter it. */
  private PredictionSummary predict() {
    return PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(
            PuzzleTask.SUDOKU,
            folder.resolve("run").resolve("checkpoints").resolve("latest"),
            dataset(),
            folder.resolve("predictions")),
        BeamSettings.direct(),
        examples -> RunCounters.IGNORED);
  }

  private SudokuScoreReport score() {
    return SudokuScorePipeline.run(
        SudokuScoreSettings.of(folder.resolve("predictions").toString())
            .withAnswers(raw().resolve(SudokuSampleFiles.TEST).toString()),
        BeamSettings.direct(),
        counters -> {});
  }

  private Path raw() {
    return folder.resolve("raw");
  }

  private Path dataset() {
    return folder.resolve("dataset");
  }

  private static String note(Samples<SudokuPuzzle> samples) {
    return String.format(
        Locale.ROOT,
        "%,d puzzles to train on, %,d held out",
        samples.train().size(),
        samples.test().size());
  }

  private static String note(DatasetBuildResult built) {
    return String.format(
        Locale.ROOT, "%,d examples, %d symmetric copies of each puzzle", built.examples(), COPIES);
  }

  private static String note(TrainResult trained) {
    return String.format(Locale.ROOT, "%,d steps", trained.step());
  }

  private static String note(PredictionSummary predicted) {
    return String.format(Locale.ROOT, "%,d puzzles", predicted.predictions());
  }

  private static String note(SudokuScoreReport report) {
    return String.format(
        Locale.ROOT, "%,d of %,d exact", report.score().exact(), report.score().puzzles());
  }

  private <T> T stage(String name, Work<T> work, Function<T, String> note)
      throws IOException, InterruptedException {
    err.printf("%d/%d %s%n", stages.size() + 1, STAGES, name);
    err.flush();
    long start = System.nanoTime();
    T made = work.run();
    Stage stage = new Stage(name, Duration.ofNanos(System.nanoTime() - start), note.apply(made));
    stages.add(stage);
    err.printf("    %s, in %s%n", stage.note(), DurationText.format(stage.elapsed()));
    err.flush();
    return made;
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException, InterruptedException;
  }
}
