package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.transforms.InputRefusedException;

/** Checkpoints that do not fit an engine. */
class EngineRestoreTest {
  @Test
  void aCheckpointOfAnotherShapeIsRefusedWithBothShapes() {
    try (TensorFlowEngine small = create(EngineSamples.model().build());
        TensorFlowEngine large = create(EngineSamples.model().hiddenSize(16).build())) {
      ModelState before = large.state();

      assertThatThrownBy(() -> large.restore(small.state()))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("H_init")
          .hasMessageContaining("[8]")
          .hasMessageContaining("[16]");
      EngineSamples.assertSameBits(large.state(), before);
    }
  }

  @Test
  void aMissingTensorIsRefusedByName() {
    try (TensorFlowEngine engine = create(EngineSamples.model().build())) {
      ModelState state = engine.state();
      ModelState cut = new ModelState(state.model(), state.ema(), List.of());

      assertThatThrownBy(() -> engine.restore(cut))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("has no tensor carry.z_H");
    }
  }

  private static TensorFlowEngine create(ModelConfig model) {
    return TensorFlowEngine.create(EngineSamples.recipe(model), EngineSamples.DATA, new Compute(2));
  }
}
