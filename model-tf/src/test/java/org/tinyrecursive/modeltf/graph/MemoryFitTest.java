package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.transforms.InputRefusedException;

class MemoryFitTest {
  private static final long GB = 1_000_000_000L;
  private static final DataShape SUDOKU = new DataShape(81, 11, 1, 0, 0, 0);

  /** The published Sudoku run. */
  private static Recipe published(MemoryConfig memory) {
    ModelConfig model =
        new ModelConfig(
            512,
            8,
            4,
            3,
            6,
            2,
            true,
            PositionEncoding.NONE,
            512,
            16,
            16,
            0.1,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY);
    TrainConfig train =
        new TrainConfig(768, 1, 1, 0, 0, 1, 1e-4, 1, 0, 0.9, 0.95, 1, 1e-4, 1, true, 0.999, 0);
    return new Recipe("published", "none", model, train, new CurriculumConfig(0, 0, 0, 1))
        .withMemory(memory);
  }

  private static MemoryConfig settled(MemoryConfig asked, long bytes) {
    return new MemoryFit(published(asked), SUDOKU, 4, bytes).settle().memory();
  }

  @Test
  void aLargeMachineTakesTheWholeBatchAndKeepsEverything() {
    assertThat(settled(MemoryConfig.AUTO, 400 * GB))
        .isEqualTo(new MemoryConfig(768, Recompute.NONE));
  }

  @Test
  void thePublishedBatchRunsOnA24GigabyteMachine() {
    MemoryConfig memory = settled(MemoryConfig.AUTO, 22 * GB);

    assertThat(768 % memory.microBatchSize()).isZero();
    assertThat(memory.microBatchSize()).isGreaterThanOrEqualTo(32);
  }

  @Test
  void aSmallMachineRecomputesSmallPasses() {
    MemoryConfig memory = settled(MemoryConfig.AUTO, 5 * GB);

    assertThat(memory.recompute()).isEqualTo(Recompute.BLOCKS);
    assertThat(memory.microBatchSize()).isBetween(2, 96);
  }

  @Test
  void whatIsSetIsTaken() {
    MemoryConfig asked = new MemoryConfig(8, Recompute.BLOCKS);

    assertThat(settled(asked, 20 * GB)).isEqualTo(asked);
    assertThat(settled(new MemoryConfig(8, Recompute.AUTO), 20 * GB))
        .isEqualTo(new MemoryConfig(8, Recompute.NONE));
    assertThat(settled(new MemoryConfig(0, Recompute.BLOCKS), 400 * GB))
        .isEqualTo(new MemoryConfig(768, Recompute.BLOCKS));
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNumbersAndWhatWouldFit() {
    assertThatThrownBy(() -> settled(new MemoryConfig(768, Recompute.NONE), 20 * GB))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("memory.micro_batch_size 768 and memory.recompute none needs about 1")
        .hasMessageContaining("18.0 GB can be used")
        .hasMessageContaining("--set memory.recompute=blocks would fit");
  }

  @Test
  void aMachineOnWhichNothingFitsIsToldWhatToLower() {
    assertThatThrownBy(() -> settled(MemoryConfig.AUTO, GB))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("lower train.global_batch_size or model.hidden_size");
  }

  @Test
  void theSmallerOfMachineAndControlGroupCounts() {
    assertThat(AvailableMemory.machine("MemTotal: 9 kB\nMemAvailable:   2048 kB\n"))
        .isEqualTo(2048 * 1024);
    assertThat(AvailableMemory.machine("")).isEqualTo(Long.MAX_VALUE);
    assertThat(AvailableMemory.group("max\n", "5")).isEmpty();
    assertThat(AvailableMemory.group("4096\n", "1096\n")).hasValue(3000);
    assertThat(AvailableMemory.bytes()).isPositive();
  }
}
