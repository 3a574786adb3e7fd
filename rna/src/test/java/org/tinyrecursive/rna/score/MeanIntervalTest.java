package org.tinyrecursive.rna.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class MeanIntervalTest {
  @Test
  void reachesTwoStandardErrorsToBothSides() {
    StableRandom random = StableRandom.of(3, "values");
    double[] values = new double[400];
    Arrays.setAll(values, i -> 0.5 + 0.1 * random.nextGaussian());
    MeanInterval interval = MeanInterval.of(values, 1);
    assertThat(interval.mean()).isCloseTo(0.5, within(0.02));
    assertThat(interval.high() - interval.mean()).isCloseTo(1.96 * 0.1 / 20, within(0.002));
    assertThat(interval.mean() - interval.low()).isCloseTo(1.96 * 0.1 / 20, within(0.002));
    assertThat(MeanInterval.of(values, 1)).isEqualTo(interval);
  }

  @Test
  void oneValueIsItsOwnInterval() {
    assertThat(MeanInterval.of(new double[] {0.25}, 1))
        .isEqualTo(new MeanInterval(0.25, 0.25, 0.25));
    assertThatThrownBy(() -> MeanInterval.of(new double[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
