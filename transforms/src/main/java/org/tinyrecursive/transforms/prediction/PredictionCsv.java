package org.tinyrecursive.transforms.prediction;

import java.util.Locale;
import org.tinyrecursive.transforms.csv.CsvRow;

/** Rows of our own CSV of predictions, whatever the task. */
public final class PredictionCsv {
  /**
   * The header; {@code q_halt} is the logit of halting, {@code steps} the supervision steps spent.
   */
  public static final String HEADER = "id,question,prediction,correct,q_halt,steps,verified";

  private PredictionCsv() {}

  /**
   * One row, without a line end.
   *
   * @param question the grid of the row's question, as the task's raw files have it
   * @param prediction the predicted grid, likewise
   */
  public static String formatRow(Prediction row, String question, String prediction) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%s,%b,%.4f,%d,%b",
        row.id(),
        CsvRow.quote(question),
        CsvRow.quote(prediction),
        row.correct(),
        row.qHalt(),
        row.steps(),
        row.verified());
  }
}
