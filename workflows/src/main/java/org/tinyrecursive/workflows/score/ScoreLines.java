package org.tinyrecursive.workflows.score;

import java.util.Locale;

/** Lines of a score for people. */
final class ScoreLines {
  private ScoreLines() {}

  /** Adds a line. */
  static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  /** Adds a line that says how many there are of something, if there are any. */
  static void note(StringBuilder text, long count, String what) {
    if (count > 0) {
      line(text, "%,d %s", count, what);
    }
  }
}
