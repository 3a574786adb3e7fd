package org.tinyrecursive.workflows.cli;

import java.util.Locale;

/** A result for people, line by line; numbers look the same in every country. */
public final class TextLines {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  public TextLines add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /** Adds a line that counts something, where there is any. */
  public TextLines note(long count, String what) {
    return count > 0 ? add("%,d %s", count, what) : this;
  }

  /** All lines, without an end of the last. */
  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
