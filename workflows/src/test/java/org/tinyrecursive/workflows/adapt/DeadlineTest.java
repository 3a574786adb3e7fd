package org.tinyrecursive.workflows.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepReport;
import org.tinyrecursive.modeltf.train.StopSignal;

class DeadlineTest {
  private static final StepReport STEP =
      new StepReport(1, 1, 1, 1, new StepMetrics(1, 0, 0, 0, 0, 0, 0, 0, 0), 1, 1, 1);

  private final StopSignal stop = new StopSignal();
  private long now;

  private void stepUntil(Deadline deadline, long moment) {
    now = moment;
    deadline.stepped(STEP);
  }

  @Test
  void aStepThatWouldNotBeDoneInTimeIsNotBegun() {
    Deadline deadline = new Deadline(100, stop, () -> now);

    stepUntil(deadline, 20);
    stepUntil(deadline, 50);
    assertThat(stop.isRequested()).isFalse();
    // 25 more, as this step took, would end at 100.
    stepUntil(deadline, 75);

    assertThat(stop.isRequested()).isTrue();
    assertThat(deadline.isReached()).isTrue();
  }

  @Test
  void theFirstStepPreparesMuchAndTellsNothingOfTheNext() {
    Deadline deadline = new Deadline(100, stop, () -> now);

    stepUntil(deadline, 90);
    assertThat(stop.isRequested()).isFalse();
    stepUntil(deadline, 92);
    assertThat(stop.isRequested()).isFalse();
    stepUntil(deadline, 97);

    assertThat(stop.isRequested()).isTrue();
  }

  @Test
  void aDeadlineThatHasPassedEndsTrainingAfterTheFirstStep() {
    Deadline deadline = new Deadline(100, stop, () -> now);
    stepUntil(deadline, 120);
    assertThat(deadline.isReached()).isTrue();
  }
}
