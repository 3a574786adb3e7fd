package org.tinyrecursive.workflows.beam;

import java.util.Locale;

/** One line with a bar, for a terminal. */
final class BarLine {
  /** Goes to the start of the line and takes away what is there. */
  static final String ERASE = "\r\u001b[K";

  private static final int WIDEST = 30;
  private static final int AROUND = 8;

  private BarLine() {}

  /**
   * Percentage, bar and status; a status that leaves no room for the bar is cut at its end.
   *
   * @param share of the work that is done, 0 to 1
   * @param shortest the least length of the bar
   * @param width columns of the terminal
   */
  static String render(double share, String status, int shortest, int width) {
    int room = width - AROUND - status.length();
    int length = Math.max(shortest, Math.min(WIDEST, room));
    int full = (int) (share * length);
    String line =
        String.format(
            Locale.ROOT,
            "%3.0f%% [%s%s] %s",
            100 * share,
            "=".repeat(full),
            " ".repeat(length - full),
            status);
    return line.substring(0, Math.min(line.length(), Math.max(0, width)));
  }
}
