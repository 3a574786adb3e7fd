package org.tinyrecursive.modeltf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {
  private static Standing after(int keep, double minGain, double... accuracies) {
    Standing standing = Standing.NONE;
    for (int step = 1; step <= accuracies.length; step++) {
      standing = standing.with(new BestScore(step, accuracies[step - 1]), keep, minGain);
    }
    return standing;
  }

  @Test
  void theBestComeFirstAndOfEqualsTheLater() {
    assertThat(after(3, 0, 0.1, 0.7, 0.7, 0.4).best())
        .extracting(BestScore::step)
        .containsExactly(3L, 2L, 4L);
    assertThat(Standing.NONE.first()).isEmpty();
  }

  @Test
  void evaluationsWithoutGainAreCounted() {
    assertThat(after(1, 0, 0.3, 0.3, 0.2).withoutGain()).isEqualTo(2);
    assertThat(after(1, 0, 0.3, 0.2, 0.4).withoutGain()).isZero();
  }

  @Test
  void aGainBelowTheSmallestDoesNotCountUntilItAddsUp() {
    assertThat(after(1, 0.1, 0.3, 0.35, 0.38).withoutGain()).isEqualTo(2);
    assertThat(after(1, 0.1, 0.3, 0.35, 0.41).withoutGain()).isZero();
    assertThat(after(1, 0.1, 0).withoutGain()).isZero();
  }

  @Test
  void anEvaluationMadeAgainReplacesTheFirst() {
    Standing standing = after(3, 0, 0.1, 0.2).with(new BestScore(2, 0.2), 3, 0);

    assertThat(standing.best()).hasSize(2);
  }
}
