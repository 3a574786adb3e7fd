package org.tinyrecursive.rna.score;

import java.util.Arrays;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A mean over targets and how far it might be off, for they are few: the middle 95 % of the means
 * of as many targets drawn with replacement (percentile bootstrap; Efron and Tibshirani, 1993).
 *
 * @param mean of the values
 * @param low where the middle 95 % begin
 * @param high where they end
 */
public record MeanInterval(double mean, double low, double high) {
  private static final int DRAWS = 2000;

  /**
   * Of these values.
   *
   * @param values at least one
   * @param seed of the draws
   * @throws IllegalArgumentException without any value
   */
  public static MeanInterval of(double[] values, long seed) {
    double mean = Arrays.stream(values).average().orElseThrow(IllegalArgumentException::new);
    StableRandom random = StableRandom.of(seed, "mean interval");
    double[] means = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      for (int draw = 0; draw < values.length; draw++) {
        means[k] += values[random.nextInt(values.length)] / values.length;
      }
    }
    Arrays.sort(means);
    return new MeanInterval(mean, means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40]);
  }
}
