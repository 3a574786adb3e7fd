package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.workers.WorkerGroup;
import org.tinyrecursive.transforms.InputRefusedException;

/** Two workers that share a batch, against one process that has it whole. */
class WorkersTest {
  private static final Compute ONE_DEVICE = new Compute(1);

  static Stream<Arguments> modes() {
    return DevicesTest.modes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void lossesAreThoseOfOneProcessAndResumeIsExact(String name, Recipe recipe) {
    try (TrainEngine alone = TensorFlowEngine.create(recipe, EngineSamples.DATA, ONE_DEVICE);
        WorkerPair pair = WorkerPair.create(recipe, EngineSamples.DATA, ONE_DEVICE);
        WorkerPair resumed = WorkerPair.create(recipe, EngineSamples.DATA, ONE_DEVICE)) {
      List<StepMetrics> expected = EngineSamples.train(alone, 1, 5);
      List<StepMetrics> found = EngineSamples.train(pair, 1, 5);
      for (int i = 0; i < expected.size(); i++) {
        double loss = expected.get(i).loss();
        assertThat(found.get(i).loss()).isCloseTo(loss, within(1e-3 * loss));
      }

      ModelState saved = pair.state();
      List<StepMetrics> continued = EngineSamples.train(pair, 6, 8);
      resumed.restore(saved);

      assertThat(EngineSamples.train(resumed, 6, 8)).isEqualTo(continued);
      EngineSamples.assertSameBits(resumed.state().optimizer(), pair.state().optimizer());
      EngineSamples.assertSameBits(resumed.state().model(), pair.state().model());
    }
  }

  @Test
  void allWorkersHaveTheSameWeightsAndTheFirstCollectsAllRows() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    Compute twoDevices = new Compute(1, Device.parseList("cpu:0,cpu:1"));
    try (WorkerPair pair = WorkerPair.create(recipe, EngineSamples.DATA, twoDevices);
        TrainEngine alone = TensorFlowEngine.create(recipe, EngineSamples.DATA, ONE_DEVICE)) {
      EngineSamples.train(pair, 1, 4);
      List<ModelState> states = pair.states();

      EngineSamples.assertSameBits(states.get(1).model(), states.get(0).model());
      EngineSamples.assertSameBits(states.get(1).ema(), states.get(0).ema());
      alone.restore(states.get(0));
      EngineSamples.assertSameBits(alone.state().optimizer(), states.get(0).optimizer());
      double expected = EngineSamples.train(alone, 5, 5).get(0).loss();
      assertThat(EngineSamples.train(pair, 5, 5).get(0).loss())
          .isCloseTo(expected, within(1e-5 * expected));
    }
  }

  @Test
  void afterALossTheWeightsAreKeptAndEveryRowBegins() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    try (WorkerPair pair = WorkerPair.create(recipe, EngineSamples.DATA, ONE_DEVICE);
        TensorFlowEngine alone = TensorFlowEngine.create(recipe, EngineSamples.DATA, ONE_DEVICE)) {
      EngineSamples.train(pair, 1, 3);
      ModelState before = pair.state();

      ModelState after = pair.stateAfterLoss();

      EngineSamples.assertSameBits(after.model(), before.model());
      EngineSamples.assertSameBits(after.ema(), before.ema());
      NamedTensor halted =
          after.optimizer().stream()
              .filter(tensor -> tensor.name().equals(ActState.HALTED))
              .findFirst()
              .orElseThrow();
      assertThat(halted.sameBits(ActState.allHalted(EngineSamples.ROWS))).isTrue();
      alone.restore(after);
      assertThat(EngineSamples.train(alone, 4, 4).get(0).loss()).isFinite();
    }
  }

  @Test
  void aBatchThatWorkersCannotShareIsRefusedBeforeTheyMeet() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    WorkerGroup three =
        WorkerGroup.parse("127.0.0.1:1,127.0.0.1:2,127.0.0.1:3", 0, WorkerGroup.TIMEOUT, "");

    assertThatThrownBy(
            () -> new WorkerEngines(ONE_DEVICE, three).settle(recipe, EngineSamples.DATA))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("3 workers with 1 device each")
        .hasMessageContaining("3 or 6");
  }
}
