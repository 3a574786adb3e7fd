package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
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
import org.tinyrecursive.modeltf.model.StepMemory;
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
    return settled(asked, MemoryPool.machine(bytes, 1), Partition.whole(768));
  }

  private static MemoryConfig settled(MemoryConfig asked, MemoryPool pool, Partition partition) {
    return new MemoryFit(published(asked), SUDOKU, 4, pool, partition).settle().memory();
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
  void halfOfMainMemoryIsLeftToOthersWhereTheRestIsEnough() {
    StepMemory memory = new StepMemory(published(MemoryConfig.AUTO).model(), SUDOKU, 4);
    for (long bytes : new long[] {14 * GB, 18 * GB, 22 * GB, 60 * GB}) {
      MemoryConfig choice = settled(MemoryConfig.AUTO, bytes);

      assertThat(memory.step(768, choice.microBatchSize(), choice.recompute()))
          .isLessThanOrEqualTo(0.5 * bytes);
      assertThat(choice.microBatchSize()).isGreaterThanOrEqualTo(32);
    }
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
        .hasMessageContaining("18.0 GB of this machine can be used")
        .hasMessageContaining("--set memory.recompute=blocks would fit");
  }

  @Test
  void aMachineOnWhichNothingFitsIsToldWhatToLower() {
    assertThatThrownBy(() -> settled(MemoryConfig.AUTO, GB))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("lower train.global_batch_size or model.hidden_size");
  }

  @Test
  void aGpuIsJudgedByItsOwnMemoryAndTheSmallestOfSeveralCounts() {
    Map<Integer, Long> sizes = Map.of(0, 80 * GB, 1, 24 * GB);
    Compute gpus = new Compute(1, Device.parseList("gpu:0,gpu:1"));

    MemoryPool pool =
        MemoryPool.of(gpus, gpu -> OptionalLong.of(Objects.requireNonNull(sizes.get(gpu.index()))));

    assertThat(pool)
        .isEqualTo(new MemoryPool(Device.Kind.GPU, "gpu:1", OptionalLong.of(24 * GB), 1));
    Partition halves = new Partition(768, 1, 0, 2);
    // Each has half the rows and all of its memory: as one device with 384 rows.
    assertThat(settled(MemoryConfig.AUTO, pool, halves).microBatchSize())
        .isEqualTo(128)
        .isGreaterThan(
            settled(MemoryConfig.AUTO, MemoryPool.machine(24 * GB, 2), halves).microBatchSize());
    assertThatThrownBy(() -> settled(new MemoryConfig(384, Recompute.NONE), pool, halves))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("21.6 GB of gpu:1 can be used");
  }

  @Test
  void aGpuThatDoesNotTellItsMemoryIsTakenAtItsWord() {
    Compute gpu = new Compute(1, Device.parseList("gpu:0"));

    MemoryPool pool = MemoryPool.of(gpu, device -> OptionalLong.empty());

    assertThat(pool.bytes()).isEmpty();
    assertThat(settled(MemoryConfig.AUTO, pool, Partition.whole(768)))
        .isEqualTo(new MemoryConfig(768, Recompute.NONE));
  }

  @Test
  void devicesOfTheProcessorShareItsMemory() {
    MemoryPool pool =
        MemoryPool.of(
            new Compute(1, Device.parseList("cpu:0,cpu:1")),
            gpu -> {
              throw new AssertionError("a GPU was asked");
            });

    assertThat(pool.devices()).isEqualTo(2);
    assertThat(pool.bytes().orElseThrow()).isPositive();
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
