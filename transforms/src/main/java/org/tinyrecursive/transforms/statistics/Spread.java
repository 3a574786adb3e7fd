package org.tinyrecursive.transforms.statistics;

import java.util.List;

/**
 * How repeated measurements scatter.
 *
 * @param count of them
 * @param mean NaN where there is none
 * @param sd sample standard deviation (divided by count − 1); NaN below two
 * @param min NaN where there is none
 * @param max NaN where there is none
 */
public record Spread(int count, double mean, double sd, double min, double max) {
  /** The spread of some values. */
  public static Spread of(List<Double> values) {
    int count = values.size();
    if (count == 0) {
      return new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / count;
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new Spread(
        count,
        mean,
        count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)),
        values.stream().mapToDouble(Double::doubleValue).min().getAsDouble(),
        values.stream().mapToDouble(Double::doubleValue).max().getAsDouble());
  }
}
