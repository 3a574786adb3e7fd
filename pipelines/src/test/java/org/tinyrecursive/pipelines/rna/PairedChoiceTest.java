package org.tinyrecursive.pipelines.rna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedChoiceTest {
  private static final double[] SCORES = {0.2, 0.4, 0.3, 0.5};

  private static int choose(double... second) {
    return new PairedChoice(new double[][] {SCORES, second}).chosen();
  }

  @Test
  void nothingChangesForAGainThatIsTooSmallToMean() {
    assertThat(choose(0.20001, 0.40001, 0.30001, 0.50001)).isZero();
    assertThat(choose(SCORES)).isZero();
    assertThat(choose(0.1, 0.3, 0.2, 0.4)).isZero();
  }

  @Test
  void nothingChangesForAGainWithinOneStandardError() {
    double[] oneTargetMuchBetter = {0.2, 0.4, 0.3, 0.56};
    assertThat(choose(oneTargetMuchBetter)).isZero();
    PairedChoice paired = new PairedChoice(new double[][] {SCORES, oneTargetMuchBetter});
    assertThat(paired.standardError(1)).isCloseTo(0.015, within(1e-9));
    assertThat(paired.mean(1) - paired.mean(0)).isCloseTo(0.015, within(1e-9));
  }

  @Test
  void aGainOnMostTargetsIsTaken() {
    assertThat(choose(0.21, 0.42, 0.31, 0.51)).isEqualTo(1);
    double[][] three = {SCORES, {0.21, 0.42, 0.31, 0.51}, {0.24, 0.44, 0.34, 0.54}};
    assertThat(new PairedChoice(three).chosen()).isEqualTo(2);
  }

  @Test
  void oneTargetAloneDecidesNothing() {
    assertThat(new PairedChoice(new double[][] {{0.2}, {0.9}}).chosen()).isZero();
  }
}
