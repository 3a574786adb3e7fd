package org.tinyrecursive.transforms.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what was measured. */
public final class Median {
  private Median() {}

  /** The middle of a figure over all measurements, one at least; the mean of two in the middle. */
  public static <T> double of(List<T> measured, ToDoubleFunction<T> figure) {
    double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
