package org.tinyrecursive.workflows.train;

import java.time.Duration;
import java.util.Locale;
import org.tinyrecursive.workflows.cli.DurationText;

/**
 * How training is going, over the steps since the last status.
 *
 * @param step optimizer steps made
 * @param totalSteps about the last step
 * @param loss mean per example
 * @param exactAccuracy share of the rows that halted that were solved; NaN where none halted
 * @param examplesPerSecond of training, evaluations apart
 * @param remaining until the last step, or until the time budget is used
 */
record TrainStatus(
    long step,
    long totalSteps,
    double loss,
    double exactAccuracy,
    double examplesPerSecond,
    Duration remaining) {

  /** Share of the steps made, 0 … 1. */
  double progress() {
    return Math.min(1, (double) step / Math.max(1, totalSteps));
  }

  /** One line for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "step %,d/%,d  loss %.4f  exact %s  %,.0f ex/s  %s left",
        step,
        totalSteps,
        loss,
        Double.isNaN(exactAccuracy) ? "–" : String.format(Locale.ROOT, "%.3f", exactAccuracy),
        examplesPerSecond,
        DurationText.format(remaining));
  }
}
