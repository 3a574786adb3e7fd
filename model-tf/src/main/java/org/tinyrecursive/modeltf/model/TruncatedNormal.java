package org.tinyrecursive.modeltf.model;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A normal distribution cut at ±2 standard deviations of the parent, scaled so that the cut
 * variable has the standard deviation asked for (the JAX definition).
 */
final class TruncatedNormal {
  private static final double CUT = 2;

  /** Standard deviation of a standard normal cut at ±2: √(1 − 4φ(2) / (2Φ(2) − 1)). */
  private static final double CUT_STD = 0.8796256610342398;

  private final double parentStd;

  /**
   * @param std standard deviation after the cut, 0 and above
   */
  TruncatedNormal(double std) {
    this.parentStd = std / CUT_STD;
  }

  void fill(float[] values, StableRandom random) {
    for (int i = 0; i < values.length; i++) {
      double draw;
      do {
        draw = random.nextGaussian();
      } while (Math.abs(draw) > CUT);
      values[i] = (float) (draw * parentStd);
    }
  }
}
