package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.transforms.InputRefusedException;

class PartitionTest {
  @Test
  void rowsGoToWorkersThenToDevicesInTheirOrder() {
    Partition second = new Partition(24, 3, 1, 2);

    assertThat(second.share()).isEqualTo(4);
    assertThat(second.localRows()).isEqualTo(8);
    assertThat(second.firstRow()).isEqualTo(8);
    assertThat(second.firstRow(1)).isEqualTo(12);
  }

  @Test
  void aBatchThatCannotBeSharedEvenlyIsRefusedWithSizesThatCan() {
    assertThatThrownBy(() -> new Partition(10, 1, 0, 4))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.global_batch_size is 10")
        .hasMessageContaining("4 devices")
        .hasMessageContaining("8 or 12");
    assertThatThrownBy(() -> new Partition(1, 2, 0, 1))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("2 workers with 1 device each")
        .hasMessageContaining("set it to 2");
  }

  @Test
  void anUnevenBatchIsRefusedBeforeAnythingIsAllocated() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    Compute three = new Compute(1, Device.parseList("cpu:0,cpu:1,cpu:2"));
    // Of this table not even the size in bytes could be had.
    DataShape endless = new DataShape(9, 5, Integer.MAX_VALUE, 0, -1, 0);

    assertThatThrownBy(() -> TensorFlowEngine.create(recipe, endless, three))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("global_batch_size is 4")
        .hasMessageContaining("3 or 6");
  }

  @Test
  void passesAskedForAreCutToWhatDividesAShare() {
    Recipe recipe =
        EngineSamples.recipe(EngineSamples.model().build())
            .withMemory(new MemoryConfig(EngineSamples.ROWS, Recompute.NONE));
    Compute two = new Compute(1, Device.parseList("cpu:0,cpu:1"));

    Recipe settled = TensorFlowEngine.settle(recipe, EngineSamples.DATA, two);

    assertThat(settled.memory()).isEqualTo(new MemoryConfig(2, Recompute.NONE));
  }
}
