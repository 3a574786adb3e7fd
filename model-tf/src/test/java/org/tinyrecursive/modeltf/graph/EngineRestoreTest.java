package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TensorType;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.Recipe;
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

  @ParameterizedTest
  @ValueSource(strings = {"cpu:0", "cpu:0,cpu:1"})
  void everyTensorThatIsMissingOrAnotherIsRefusedByNameAndNothingIsSet(String devices) {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    Compute compute = new Compute(2, Device.parseList(devices));
    try (TensorFlowEngine engine = TensorFlowEngine.create(recipe, EngineSamples.DATA, compute)) {
      ModelState whole = engine.state();
      List<NamedTensor> tensors = all(whole);
      for (int i = 0; i < tensors.size(); i++) {
        String name = tensors.get(i).name();
        for (UnaryOperator<NamedTensor> damage : DAMAGES) {
          ModelState damaged = damaged(whole, i, damage);
          assertThatThrownBy(() -> engine.restore(damaged))
              .as("%s %s", name, damage)
              .isInstanceOf(InputRefusedException.class)
              .hasMessageContaining(name)
              .hasMessageContaining("check");
        }
      }
      EngineSamples.assertSameBits(engine.state(), whole);
    }
  }

  /** Gone, without a shape, with an axis more, with half the values, of another type. */
  private static final List<UnaryOperator<NamedTensor>> DAMAGES =
      List.of(
          tensor -> null,
          tensor -> NamedTensor.zeros(tensor.name(), tensor.type(), List.of()),
          tensor -> {
            List<Long> shape = new ArrayList<>(tensor.shape());
            shape.add(1L);
            return NamedTensor.zeros(tensor.name(), tensor.type(), shape);
          },
          tensor -> NamedTensor.zeros(tensor.name(), tensor.type(), List.of(0L)),
          tensor -> NamedTensor.zeros(tensor.name(), TensorType.F16, tensor.shape()));

  private static List<NamedTensor> all(ModelState state) {
    List<NamedTensor> all = new ArrayList<>(state.model());
    all.addAll(state.ema());
    all.addAll(state.optimizer());
    return all;
  }

  /** The state with one of all its tensors damaged. */
  private static ModelState damaged(
      ModelState whole, int chosen, UnaryOperator<NamedTensor> damage) {
    int ofEma = chosen - whole.model().size();
    return new ModelState(
        damaged(whole.model(), chosen, damage),
        damaged(whole.ema(), ofEma, damage),
        damaged(whole.optimizer(), ofEma - whole.ema().size(), damage));
  }

  private static List<NamedTensor> damaged(
      List<NamedTensor> tensors, int chosen, UnaryOperator<NamedTensor> damage) {
    List<NamedTensor> damaged = new ArrayList<>(tensors);
    if (chosen >= 0 && chosen < tensors.size()) {
      NamedTensor value = damage.apply(damaged.remove(chosen));
      if (value != null) {
        damaged.add(value);
      }
    }
    return damaged;
  }

  private static TensorFlowEngine create(ModelConfig model) {
    return TensorFlowEngine.create(EngineSamples.recipe(model), EngineSamples.DATA, new Compute(2));
  }
}
