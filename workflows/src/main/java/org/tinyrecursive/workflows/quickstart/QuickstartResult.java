package org.tinyrecursive.workflows.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.transforms.statistics.WilsonInterval;
import org.tinyrecursive.transforms.sudoku.SudokuScore;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.report.Stage;

/**
 * What a quickstart came to; keys of the JSON result. Accuracies from 0 to 1.
 *
 * @param puzzles held-out puzzles
 * @param exactAccuracyLow lower end of the 95 % Wilson interval
 * @param stageSeconds wall time by stage
 */
record QuickstartResult(
    String outputDir,
    String report,
    long puzzles,
    long exact,
    double exactAccuracy,
    double exactAccuracyLow,
    double exactAccuracyHigh,
    List<Double> exactAccuracyByStep,
    double cellAccuracy,
    long validSudokus,
    double seconds,
    Map<String, Double> stageSeconds) {

  static QuickstartResult of(
      Path folder,
      Path report,
      PredictionSummary predicted,
      SudokuScore score,
      List<Stage> stages) {
    WilsonInterval interval = score.exactInterval();
    Map<String, Double> seconds = new LinkedHashMap<>();
    stages.forEach(stage -> seconds.put(stage.name(), stage.elapsed().toMillis() / 1e3));
    return new QuickstartResult(
        folder.toString(),
        report.toAbsolutePath().normalize().toString(),
        score.puzzles(),
        score.exact(),
        score.exactAccuracy(),
        interval.low(),
        interval.high(),
        predicted.exactAccuracyByStep(),
        score.cellAccuracy(),
        score.validSudokus(),
        seconds.values().stream().mapToDouble(Double::doubleValue).sum(),
        seconds);
  }

  /** The outcome in one sentence. */
  String verdict() {
    return String.format(
        Locale.ROOT,
        "The model solved %,d of %,d held-out puzzles exactly: %.1f %% (95 %% interval %.1f to"
            + " %.1f %%).",
        exact,
        puzzles,
        100 * exactAccuracy,
        100 * exactAccuracyLow,
        100 * exactAccuracyHigh);
  }

  String text() {
    StringBuilder text = new StringBuilder(verdict()).append(System.lineSeparator());
    text.append("By supervision step:");
    exactAccuracyByStep.forEach(
        accuracy -> text.append(String.format(Locale.ROOT, "  %.1f %%", 100 * accuracy)));
    text.append(System.lineSeparator())
        .append("No held-out puzzle is a symmetric copy of a training puzzle.")
        .append(System.lineSeparator())
        .append("Took ")
        .append(DurationText.format(Duration.ofMillis(Math.round(1e3 * seconds))))
        .append(". Open the report in a browser:")
        .append(System.lineSeparator())
        .append("  ")
        .append(report);
    return text.toString();
  }
}
