package org.tinyrecursive.rna.score;

/** A superposition needs three points: the value that a limit must reach to hold as many. */
final class ThirdSmallest {
  private ThirdSmallest() {}

  /** The third smallest of the first {@code count} values, three or more. */
  static double of(double[] values, int count) {
    double first = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    double third = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      if (value < first) {
        third = second;
        second = first;
        first = value;
      } else if (value < second) {
        third = second;
        second = value;
      } else if (value < third) {
        third = value;
      }
    }
    return third;
  }
}
