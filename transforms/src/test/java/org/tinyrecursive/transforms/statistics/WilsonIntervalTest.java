package org.tinyrecursive.transforms.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

  /** Worked by hand from the formula with z = 1.959964. */
  @ParameterizedTest
  @CsvSource({
    "5,10,0.236593,0.763407",
    "0,10,0,0.277533",
    "10,10,0.722467,1",
    "81,263,0.255290,0.366216",
    "290,300,0.939720,0.981749"
  })
  void matchesKnownIntervals(long successes, long trials, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, trials);
    assertThat(interval.low()).isCloseTo(low, within(1e-4));
    assertThat(interval.high()).isCloseTo(high, within(1e-4));
  }

  @Property(tries = 300)
  void holdsTheProportionWithinZeroAndOne(
      @ForAll @IntRange(min = 1, max = 100_000) int trials, @ForAll @IntRange(min = 0) int draw) {
    int successes = draw % (trials + 1);
    WilsonInterval interval = WilsonInterval.of(successes, trials);
    double proportion = (double) successes / trials;
    assertThat(interval.low()).isBetween(0.0, proportion);
    assertThat(interval.high()).isBetween(proportion, 1.0);
    WilsonInterval mirrored = WilsonInterval.of(trials - successes, trials);
    assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
  }

  @Test
  void noTrialSaysNothing() {
    assertThat(WilsonInterval.of(0, 0)).isEqualTo(new WilsonInterval(0, 1));
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.of(3, 2))
        .hasMessage("successes are 3 of 2, allowed: 0 to that");
  }
}
