package org.tinyrecursive.workflows.report;

import java.util.Locale;

/**
 * Scores on held-out examples after a number of supervision steps.
 *
 * @param step from 1
 * @param exact share of examples solved, 0 to 1
 * @param cell share of cells right, 0 to 1
 */
public record StepAccuracy(int step, double exact, double cell) {
  /** Such as {@code 97.3}. */
  public String exactPercent() {
    return String.format(Locale.ROOT, "%.1f", 100 * exact);
  }

  /** Such as {@code 99.1}. */
  public String cellPercent() {
    return String.format(Locale.ROOT, "%.1f", 100 * cell);
  }
}
