package org.tinyrecursive.workflows.report;

import java.time.Duration;
import org.tinyrecursive.workflows.cli.DurationText;

/**
 * A part of the run and its wall time.
 *
 * @param name such as {@code train}
 * @param elapsed wall time
 * @param note what came of it
 */
public record Stage(String name, Duration elapsed, String note) {
  /** The wall time for people. */
  public String time() {
    return DurationText.format(elapsed);
  }

  /** Share of the whole, 0 to 100, for the width of a bar. */
  double percentOf(Duration whole) {
    return 100.0 * elapsed.toNanos() / Math.max(1, whole.toNanos());
  }
}
