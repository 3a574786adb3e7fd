package org.tinyrecursive.workflows.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictionTimeTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void theReserveIsLoadingAndAllBatchesWithAMarginAndTheVote() {
    PredictionTime time = new PredictionTime(4 * SECOND, 2 * SECOND, 10);

    assertThat(time.reserve()).isEqualTo(Duration.ofSeconds(30 + 5));
  }

  @Test
  void asManyBatchesFitIntoTheirReserveAndNoneIntoTooLittle() {
    PredictionTime time = new PredictionTime(4 * SECOND, 2 * SECOND, 10);

    assertThat(time.batchesWithin(time.reserve())).isEqualTo(10);
    assertThat(time.batchesWithin(Duration.ofSeconds(6))).isZero();
  }
}
