package org.tinyrecursive.pipelines.dataset;

import java.util.Locale;
import org.tinyrecursive.transforms.InputRefusedException;

/** What values an option may have. */
final class OptionRange {
  private OptionRange() {}

  /**
   * Checks a value.
   *
   * @throws InputRefusedException naming the option, its value and what is allowed
   */
  static void check(String option, long value, long low, long high) {
    if (value < low || value > high) {
      String allowed =
          high >= Integer.MAX_VALUE
              ? String.format(Locale.ROOT, "%,d and above", low)
              : String.format(Locale.ROOT, "%,d to %,d", low, high);
      throw new InputRefusedException("%s is %d, allowed: %s".formatted(option, value, allowed));
    }
  }
}
