package org.tinyrecursive.transforms.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.measure.Cost.Measured;

class CostTest {
  @Test
  void workIsDoneOnceAndItsValueComesWithWhatItTook() {
    int[] done = {0};
    Measured<Integer> measured = Cost.measure(() -> ++done[0]);
    assertThat(measured.value()).isEqualTo(1);
    assertThat(done[0]).isEqualTo(1);
    assertThat(measured.cost().seconds()).isPositive();
    assertThat(measured.cost().cpuSeconds()).isNotNegative();
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    assertThatThrownBy(
            () ->
                Cost.measure(
                    () -> {
                      throw new IOException("full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @Test
  void costsAreAddedScaledAndNeverLessThanNothing() {
    Cost some = new Cost(3, 4);
    assertThat(some.plus(new Cost(1, 2))).isEqualTo(new Cost(4, 6));
    assertThat(some.times(0.5)).isEqualTo(new Cost(1.5, 2));
    assertThat(some.beyond(new Cost(1, 5))).isEqualTo(new Cost(2, 0));
  }

  @Test
  void aProcessHasTakenSomethingSinceItsStart() {
    Cost before = Cost.sinceProcessStart();
    assertThat(before.seconds()).isPositive();
    assertThat(Cost.sinceProcessStart().cpuSeconds())
        .isGreaterThanOrEqualTo(before.cpuSeconds() - 1e-9);
    assertThat(before.plus(new Cost(0, 0)).seconds()).isCloseTo(before.seconds(), within(1e-12));
  }
}
