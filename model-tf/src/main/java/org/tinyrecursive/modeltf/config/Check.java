package org.tinyrecursive.modeltf.config;

import org.tinyrecursive.transforms.InputRefusedException;

/** Refusals of impossible settings, worded alike. */
final class Check {
  private Check() {}

  static void atLeast(String key, double value, double minimum) {
    if (!(value >= minimum) || Double.isInfinite(value)) {
      throw new InputRefusedException(
          "%s is %s, allowed: %s and above".formatted(key, plain(value), plain(minimum)));
    }
  }

  static void within(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefusedException(
          "%s is %s, allowed: %s to %s".formatted(key, plain(value), plain(low), plain(high)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
