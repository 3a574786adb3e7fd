package org.tinyrecursive.modeltf.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;

class StepFlopsTest {
  private static final DataShape SUDOKU = new DataShape(81, 11, 1, 0, 0, 0);

  @Test
  void countsTheProductsOfThePublishedMlpModel() {
    // Per block: over the sequence 512 × 3·97·512, over the channels 97 × 3·512·1536 multiply-adds.
    double block = 2.0 * (512 * 3.0 * 97 * 512 + 97 * 3.0 * 512 * 1536);
    double module = 2 * block;
    double ends = 2.0 * 2 * 81 * 11 * 512;
    double expected = 3 * 7 * module + ends + 2 * (7 * module + ends);

    assertThat(StepFlops.of(model(true), SUDOKU, 8)).isCloseTo(8 * expected, within(1.0));
  }

  @Test
  void countsTheProductsOfThePublishedAttentionModel() {
    double attention = 2.0 * 97 * 4 * 512 * 512 + 4.0 * 97 * 97 * 512;
    double module = 2 * (attention + 2.0 * 97 * 3 * 512 * 1536);
    double ends = 2.0 * 2 * 81 * 11 * 512;
    double expected = 3 * 7 * module + ends + 2 * (7 * module + ends);

    assertThat(StepFlops.of(model(false), SUDOKU, 1)).isCloseTo(expected, within(1.0));
  }

  private static ModelConfig model(boolean mlpT) {
    return new ModelConfig(
        512,
        8,
        4,
        3,
        6,
        2,
        mlpT,
        mlpT ? PositionEncoding.NONE : PositionEncoding.ROPE,
        512,
        16,
        16,
        0.1,
        true,
        ForwardDtype.FLOAT32,
        LossKind.STABLEMAX_CROSS_ENTROPY);
  }
}
