package org.tinyrecursive.workflows.predict;

import java.util.Locale;
import java.util.function.ToLongFunction;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.pipelines.predict.SearchReport;
import org.tinyrecursive.pipelines.predict.SearchReport.Spent;
import org.tinyrecursive.workflows.cli.TextLines;

/** What was predicted, for people. */
final class PredictedText {
  private final TextLines text = new TextLines();
  private final PredictionSummary summary;
  private final String outputDir;
  private final double seconds;

  PredictedText(PredictionSummary summary, String outputDir, double seconds) {
    this.summary = summary;
    this.outputDir = outputDir;
    this.seconds = seconds;
  }

  String table() {
    SearchReport search = summary.search();
    text.add(
        "Predicted %,d examples with the %s weights of step %,d in %.1f s, %.2f supervision steps"
            + " each.",
        summary.predictions(), summary.weights(), summary.step(), seconds, search.meanSteps());
    if (summary.rejects() > 0) {
      text.add("%,d rows refused; ids count the others.", summary.rejects());
    }
    if (search.verify()) {
      text.add(
          "Checked by the rules: %,d of %,d answers keep them; in %,d a valid answer was taken"
              + " instead of the most confident one.",
          search.verified(), summary.predictions(), search.overruled());
    }
    if (summary.labelled() == 0) {
      text.add("No answers are given: accuracy is not known.");
    } else {
      accuracy(search);
    }
    return text.add("Written to %s", outputDir).toString();
  }

  private void accuracy(SearchReport search) {
    text.add(
        "exact accuracy %.2f %%, cell accuracy %.2f %%%s",
        100 * summary.exactAccuracy(),
        100 * summary.cellAccuracy(),
        summary.labelled() < summary.predictions()
            ? String.format(Locale.ROOT, " of %,d examples with answers", summary.labelled())
            : "");
    text.add(
        "supervision step    exact    cells%s", search.rollouts() > 1 ? "  (first rollout)" : "");
    for (int i = 0; i < summary.exactAccuracyByStep().size(); i++) {
      text.add(
          "%16d  %5.1f %%  %5.1f %%",
          i + 1,
          100 * summary.exactAccuracyByStep().get(i),
          100 * summary.cellAccuracyByStep().get(i));
    }
    if (search.bySteps().size() > 1) {
      bySteps(search);
    }
  }

  /** Few rows, however many rollouts there were: each but the last doubles the compute. */
  private void bySteps(SearchReport search) {
    text.add("steps spent, at most  examples    exact");
    int last = search.bySteps().get(search.bySteps().size() - 1).steps();
    long shown = -1;
    for (int limit = 1; shown < summary.predictions(); limit = Math.min(2 * limit, last)) {
      int most = limit;
      long examples = sum(search, most, Spent::examples);
      if (examples > Math.max(0, shown)) {
        text.add(
            "%21d  %,8d  %5.1f %%",
            most, examples, 100.0 * sum(search, most, Spent::exact) / examples);
      }
      shown = examples;
    }
  }

  private static long sum(SearchReport search, int most, ToLongFunction<Spent> of) {
    return search.bySteps().stream().filter(s -> s.steps() <= most).mapToLong(of).sum();
  }
}
