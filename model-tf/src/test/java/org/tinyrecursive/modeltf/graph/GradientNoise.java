package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/** Remembers which parameters had, in some step, a gradient that was only rounding noise. */
final class GradientNoise {
  private final double share;
  private final Map<String, boolean[]> noisy = new HashMap<>();

  /**
   * @param share of the largest gradient of its row (one output of a layer, one entry of a table)
   *     below which a gradient is noise
   */
  GradientNoise(double share) {
    this.share = share;
  }

  void observe(String name, NamedTensor gradient) {
    float[] values = gradient.floats();
    boolean[] flags = noisy.computeIfAbsent(name, n -> new boolean[values.length]);
    int width = Math.toIntExact(gradient.shape().get(gradient.shape().size() - 1));
    for (int from = 0; from < values.length; from += width) {
      double largest = 0;
      for (int i = from; i < from + width; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      for (int i = from; i < from + width; i++) {
        // An exact 0 is no noise: nothing flows there, and nothing is rounded.
        flags[i] |= values[i] != 0 && Math.abs(values[i]) <= share * largest;
      }
    }
  }

  /** Compares where there was no noise, and demands that this is most of the tensor. */
  void assertClose(String key, String name, float[] actual, float[] expected, double tolerance) {
    boolean[] flags = noisy.getOrDefault(name, new boolean[expected.length]);
    int skipped = 0;
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      if (flags[i]) {
        skipped++;
      } else {
        worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
      }
    }
    assertThat(worst).as(key + ": largest difference").isLessThanOrEqualTo(tolerance);
    assertThat(skipped)
        .as(key + ": values left out as noise of " + expected.length)
        .isLessThanOrEqualTo(expected.length / 10);
  }
}
