package org.tinyrecursive.workflows.train;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.workflows.report.Curves;
import org.tinyrecursive.workflows.report.MetricsFile;

/**
 * What a run with one seed came to; keys of the JSON result. Accuracies from 0 to 1, of the last
 * evaluation; null where nothing was evaluated.
 *
 * @param end completed, no_gain, time_budget or stopped
 * @param exactAccuracy by the weights that are exported
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SeedScore(
    long seed,
    String end,
    long step,
    double seconds,
    Double exactAccuracy,
    Double cellAccuracy,
    Double rawExactAccuracy,
    Double bestExactAccuracy,
    String outputDir) {

  /** Reads the scores from the run's metrics: a resumed run may not have evaluated again. */
  static SeedScore of(long seed, TrainSummary run, Path folder) {
    Curves.Evaluations found = MetricsFile.load(folder.resolve("metrics.jsonl")).evaluations();
    Double raw = last(found.rawExact());
    Double averaged = last(found.emaExact());
    return new SeedScore(
        seed,
        run.end(),
        run.step(),
        run.seconds(),
        averaged == null ? raw : averaged,
        last(found.cell()),
        raw,
        run.bestExactAccuracy(),
        folder.toString());
  }

  boolean isOver() {
    return !end.equals("stopped");
  }

  private static Double last(List<Double> column) {
    return column.isEmpty() ? null : column.get(column.size() - 1);
  }
}
