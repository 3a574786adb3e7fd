package org.tinyrecursive.workflows.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.transforms.samples.Samples;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuScore;
import org.tinyrecursive.workflows.recipe.LoadedRecipe;
import org.tinyrecursive.workflows.report.Fact;
import org.tinyrecursive.workflows.report.MetricsFile;
import org.tinyrecursive.workflows.report.ReportWriter;
import org.tinyrecursive.workflows.report.RunReport;
import org.tinyrecursive.workflows.report.Stage;
import org.tinyrecursive.workflows.report.Tile;
import org.tinyrecursive.workflows.version.Versions;

/** Gathers what a quickstart made into a page. */
record QuickstartReport(
    Path folder,
    Recipe recipe,
    Samples<SudokuPuzzle> samples,
    DatasetBuildResult dataset,
    TrainResult trained,
    PredictionSummary predicted,
    SudokuScore score) {

  /** Writes {@code report.html} into the folder. */
  QuickstartResult write(List<Stage> stages) throws IOException {
    Path page = folder.resolve("report.html");
    QuickstartResult result = QuickstartResult.of(folder, page, predicted, score, stages);
    DrawnPredictions drawn =
        DrawnPredictions.of(
            folder.resolve("predictions").resolve(PredictionSummary.CSV_FILE), samples.test());
    ReportWriter.write(
        new RunReport(
            "Quickstart: mini-Sudoku",
            result.verdict() + " None of them is a symmetric copy of a training puzzle.",
            tiles(result),
            MetricsFile.load(folder.resolve("run").resolve("metrics.jsonl")),
            drawn.solved(),
            drawn.failed(),
            stages,
            facts(),
            LoadedRecipe.describe(recipe, Quickstart.RECIPE)),
        page);
    return result;
  }

  private List<Tile> tiles(QuickstartResult result) {
    List<Double> bySteps = result.exactAccuracyByStep();
    return List.of(
        new Tile(
            "solved exactly",
            percent(result.exactAccuracy()),
            "95 %% interval %s to %s"
                .formatted(
                    percent(result.exactAccuracyLow()), percent(result.exactAccuracyHigh()))),
        new Tile(
            "after one supervision step",
            percent(bySteps.get(0)),
            "after %d: %s".formatted(bySteps.size(), percent(bySteps.get(bySteps.size() - 1)))),
        new Tile("cells right", percent(result.cellAccuracy()), "clues included"),
        new Tile(
            "valid Sudokus",
            String.format(Locale.ROOT, "%,d", result.validSudokus()),
            String.format(Locale.ROOT, "of %,d predictions", result.puzzles())));
  }

  private List<Fact> facts() throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "training puzzles",
            String.format(
                Locale.ROOT,
                "%,d, generated, each with a single solution",
                samples.train().size())));
    facts.add(new Fact("dataset manifest sha256", dataset.manifest().sha256()));
    facts.add(
        new Fact("trainable parameters", String.format(Locale.ROOT, "%,d", parameterCount())));
    facts.add(
        new Fact(
            "trained",
            String.format(
                Locale.ROOT,
                "%,d steps, %.0f epochs, %s weights exported",
                trained.step(),
                trained.epoch(),
                predicted.weights())));
    Versions versions = Versions.current();
    facts.add(new Fact("trm", versions.trm()));
    facts.add(new Fact("Java", versions.java()));
    facts.add(new Fact("TensorFlow Java", versions.tensorflowJava()));
    facts.add(
        new Fact(
            "machine",
            "%d cores, %s %s"
                .formatted(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"))));
    return facts;
  }

  /** Values of the averaged tensors: those are the dense parameters. */
  private long parameterCount() throws IOException {
    return Checkpoint.load(folder.resolve("run")).loadEma().stream()
        .mapToLong(QuickstartReport::size)
        .sum();
  }

  private static long size(NamedTensor tensor) {
    return tensor.shape().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
