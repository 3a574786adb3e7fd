package org.tinyrecursive.modeltf.graph;

import java.util.Arrays;
import org.tinyrecursive.transforms.random.StableRandom;

/** How every row of a batch begins its next supervision step. For one thread. */
public final class RowStarts {
  private final boolean[] fresh;
  private final long[] noiseSeeds;
  private final float[] noiseScales;

  /** All {@code rows} rows begin anew, without noise. */
  public RowStarts(int rows) {
    fresh = new boolean[rows];
    noiseSeeds = new long[rows * LatentNoise.SEEDS];
    noiseScales = new float[rows];
    Arrays.fill(fresh, true);
  }

  /** The row starts from the first vectors, whatever it did before. */
  public void begin(int row) {
    fresh[row] = true;
    noiseScales[row] = 0;
  }

  /** The row goes on from its latents. */
  public void goOn(int row) {
    fresh[row] = false;
    noiseScales[row] = 0;
  }

  /**
   * Adds noise to the row's latents before the step.
   *
   * @param scale its standard deviation
   * @param random decides it
   */
  public void addNoise(int row, double scale, StableRandom random) {
    noiseScales[row] = (float) scale;
    for (int i = 0; i < LatentNoise.SEEDS; i++) {
      noiseSeeds[row * LatentNoise.SEEDS + i] = random.nextLong();
    }
  }

  int rows() {
    return fresh.length;
  }

  boolean[] fresh() {
    return fresh;
  }

  long[] noiseSeeds() {
    return noiseSeeds;
  }

  float[] noiseScales() {
    return noiseScales;
  }
}
