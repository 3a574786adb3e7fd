package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepReport;

class RecentStepsTest {
  /** A step of 8 rows, of which some halted and some of those were solved. */
  static StepReport step(long number, double loss, int halted, int solved, double seconds) {
    StepMetrics sums = new StepMetrics(8 * loss, 8 * loss, 0, 0, halted, 0, solved, 0, 0);
    return new StepReport(number, 0, 1e-3, 1e-2, sums, 8, seconds, 0);
  }

  @Test
  void aStatusIsTheMeanOfTheStepsSinceTheLast() {
    RecentSteps recent = new RecentSteps(100, Optional.empty());
    recent.add(step(1, 9, 8, 8, 5));
    recent.next();
    recent.add(step(2, 2, 4, 1, 0.5));
    recent.add(step(3, 4, 0, 0, 1.5));

    TrainStatus status = recent.next();

    assertThat(status.step()).isEqualTo(3);
    assertThat(status.loss()).isEqualTo(3);
    assertThat(status.exactAccuracy()).isEqualTo(0.25);
    assertThat(status.examplesPerSecond()).isEqualTo(8);
    assertThat(status.remaining()).isEqualTo(Duration.ofSeconds(97));
    assertThat(status.progress()).isEqualTo(0.03);
    assertThat(recent.isEmpty()).isTrue();
    assertThat(recent.examplesPerSecond()).isCloseTo(24 / 7.0, within(1e-12));
  }

  @Test
  void whereNoRowHaltedNoAccuracyIsShown() {
    RecentSteps recent = new RecentSteps(10, Optional.empty());
    recent.add(step(1, 2, 0, 0, 1));

    assertThat(recent.next().text())
        .isEqualTo("step 1/10  loss 2.0000  exact –  8 ex/s  9.0 s left");
  }

  @Test
  void aTimeBudgetShortensWhatIsLeft() {
    RecentSteps recent = new RecentSteps(1_000_000, Optional.of(Duration.ofMinutes(2)));
    recent.add(step(1, 2, 0, 0, 1));

    assertThat(recent.next().remaining()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(2));
  }

  @Test
  void beyondTheExpectedEndNothingIsLeft() {
    RecentSteps recent = new RecentSteps(10, Optional.empty());
    recent.add(step(12, 2, 0, 0, 1));

    TrainStatus status = recent.next();

    assertThat(status.remaining()).isZero();
    assertThat(status.progress()).isEqualTo(1);
  }

  @Test
  void beforeTheFirstStepThereIsNoSpeed() {
    assertThat(new RecentSteps(10, Optional.empty()).examplesPerSecond()).isZero();
  }
}
