package org.tinyrecursive.workflows.cli;

import java.util.Locale;

/** Numbers of things as people say them: 1 target, 2 targets, 1,000 rows. */
public final class Counted {
  private Counted() {}

  /**
   * So many of them.
   *
   * @param thing singular of a word whose plural ends with s
   */
  public static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
