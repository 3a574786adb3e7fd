package org.tinyrecursive.transforms.statistics;

/**
 * The 95 % score interval of a proportion (Wilson, 1927): unlike the normal interval it is sound
 * for few trials and for proportions near 0 and 1.
 *
 * @param low lower bound, 0 … 1
 * @param high upper bound, 0 … 1
 */
public record WilsonInterval(double low, double high) {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval for so many successes; all of 0 … 1 where there was no trial.
   *
   * @param successes 0 … trials
   * @param trials 0 and above
   * @throws IllegalArgumentException if a number is out of range
   */
  public static WilsonInterval of(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes are " + successes + " of " + trials + ", allowed: 0 to that");
    }
    if (trials == 0) {
      return new WilsonInterval(0, 1);
    }
    double n = trials;
    double p = successes / n;
    double scale = 1 + Z * Z / n;
    double centre = (p + Z * Z / (2 * n)) / scale;
    double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    // The bounds at 0 and n successes are exact; rounding must not move them off.
    return new WilsonInterval(
        successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
  }
}
