package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateScheduleTest {
  @ParameterizedTest
  @CsvSource({
    // step, rate: base 1e-3, warmup 100, total 1100, ratio 0.1
    "1, 1e-5",
    "50, 5e-4",
    "99, 9.9e-4",
    "100, 1e-3",
    "350, 8.681980515339464e-4",
    "600, 5.5e-4",
    "850, 2.318019484660536e-4",
    "1100, 1e-4",
    "1200, 1e-4"
  })
  void warmsUpThenFollowsTheCosine(long step, double rate) {
    assertThat(new LearningRateSchedule(1e-3, 100, 1100, 0.1).rate(step))
        .isCloseTo(rate, within(1e-18));
  }

  @Test
  void aRatioOfOneKeepsTheBaseRate() {
    LearningRateSchedule schedule = new LearningRateSchedule(1e-4, 0, 10, 1);
    for (long step = 1; step <= 12; step++) {
      assertThat(schedule.rate(step)).isEqualTo(1e-4);
    }
  }

  @Test
  void aWarmupLongerThanTrainingOnlyRises() {
    LearningRateSchedule schedule = new LearningRateSchedule(1, 100, 10, 0);
    assertThat(schedule.rate(10)).isEqualTo(0.1);
  }
}
