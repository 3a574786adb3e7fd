package org.tinyrecursive.workflows.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of numbers that may have gaps, thinned by averaging neighbours. */
final class Column {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  int size() {
    return values.size();
  }

  /** At most {@code points} means of neighbours; null where all neighbours are NaN. */
  List<Double> thinned(int points) {
    int buckets = Math.min(points, values.size());
    Double[] means = new Double[buckets];
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * values.size() / buckets);
      int to = (int) ((long) (bucket + 1) * values.size() / buckets);
      double mean =
          values.subList(from, to).stream()
              .mapToDouble(Double::doubleValue)
              .filter(Double::isFinite)
              .average()
              .orElse(Double.NaN);
      means[bucket] = Double.isNaN(mean) ? null : mean;
    }
    return Arrays.asList(means);
  }

  /** All values; null for NaN. */
  List<Double> all() {
    return thinned(Integer.MAX_VALUE);
  }
}
