package org.tinyrecursive.workflows.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.workflows.evaluate.EvalResult.Weights;

class EvalTextTest {
  private static final Weights RAW =
      new Weights(
          500, 0.5, 0.469, 0.5309, 0.9, 0.75, 1.23456, List.of(0.25, 0.5), List.of(0.8, 0.9));
  private static final Weights EMA =
      new Weights(1_000, 1, 0.9962, 1, 1, 1, 0.5, List.of(0.125, 1.0), List.of(0.625, 1.0));

  private static EvalResult result(Weights raw, Weights ema) {
    return new EvalResult(
        "run/checkpoints/step-00001500",
        1_500,
        "data",
        "ab",
        "test",
        1_000,
        ema == null ? raw.cellAccuracy() : ema.cellAccuracy(),
        ema == null ? raw.exactAccuracy() : ema.exactAccuracy(),
        raw,
        ema,
        2.345);
  }

  @Test
  void bothKindsOfWeightsStandBesideEachOther() {
    assertThat(EvalText.of(result(RAW, EMA)))
        .isEqualTo(
            """
            step 1,500 of run/checkpoints/step-00001500 on 1,000 examples of split test in 2.3 s

            raw weights
              exact accuracy   50.00 %  (500 of 1,000; 95 % interval 46.90 to 53.09 %)
              cell accuracy    90.00 %
              halting head     75.00 % right about being solved
              token loss       1.2346

            averaged weights
              exact accuracy   100.00 %  (1,000 of 1,000; 95 % interval 99.62 to 100.00 %)
              cell accuracy    100.00 %
              halting head     100.00 % right about being solved
              token loss       0.5000

            supervision step   raw exact    cells   averaged exact    cells
                           1     25.00 %  80.00 %          12.50 %  62.50 %
                           2     50.00 %  90.00 %         100.00 %  100.00 %""");
  }

  @Test
  void whatWasNotAskedForHasNeitherFiguresNorColumns() {
    assertThat(EvalText.of(result(RAW, null)))
        .doesNotContain("averaged")
        .endsWith(
            """
            supervision step   raw exact    cells
                           1     25.00 %  80.00 %
                           2     50.00 %  90.00 %""");
    assertThat(EvalText.of(result(null, EMA)))
        .doesNotContain("raw")
        .contains("supervision step   averaged exact    cells\n");
  }
}
