package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig.DenseOptimizer;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;

/** Two devices that share a batch, against one that has it whole. */
class DevicesTest {
  private static final Compute ONE = new Compute(2);

  private static final Compute TWO = new Compute(2, Device.parseList("cpu:0,cpu:1"));

  static Stream<Arguments> modes() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    return Stream.of(
        Arguments.of("one pass", recipe.withMemory(new MemoryConfig(2, Recompute.NONE))),
        Arguments.of("two passes", recipe.withMemory(new MemoryConfig(1, Recompute.BLOCKS))),
        Arguments.of(
            "clipped",
            recipe.withOptimizer(new OptimizerConfig(DenseOptimizer.ADAMW, 1e-8, 0.5, false))),
        Arguments.of(
            "no puzzles",
            EngineSamples.recipe(EngineSamples.model().mlpT().withoutPuzzleEmbedding().build())),
        Arguments.of("curriculum", recipe.withRecursion(new RecursionConfig(0.3, 0.6, 0.7))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void lossesAreThoseOfOneDevice(String name, Recipe recipe) {
    try (TensorFlowEngine one = create(recipe, ONE);
        TensorFlowEngine two = create(recipe, TWO)) {
      List<StepMetrics> expected = EngineSamples.train(one, 1, 8);
      List<StepMetrics> found = EngineSamples.train(two, 1, 8);

      for (int i = 0; i < expected.size(); i++) {
        double loss = expected.get(i).loss();
        // Sums of float32 in another order, and what eight updates make of that.
        assertThat(found.get(i).loss()).isCloseTo(loss, within(1e-3 * loss));
        assertThat(found.get(i).count()).isEqualTo(expected.get(i).count());
      }
      assertThat(found.get(7).loss()).isLessThan(found.get(0).loss());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void aRestoredEngineContinuesBitForBit(String name, Recipe recipe) {
    try (TensorFlowEngine engine = create(recipe, TWO);
        TensorFlowEngine restored = create(recipe, TWO)) {
      EngineSamples.train(engine, 1, 5);
      ModelState saved = engine.state();
      List<StepMetrics> continued = EngineSamples.train(engine, 6, 9);

      restored.restore(saved);

      assertThat(EngineSamples.train(restored, 6, 9)).isEqualTo(continued);
      EngineSamples.assertSameBits(restored.state(), engine.state());
    }
  }

  @Test
  void aCheckpointOfTwoDevicesGoesOnWithOneAndBack() {
    Recipe recipe = EngineSamples.recipe(EngineSamples.model().build());
    try (TensorFlowEngine two = create(recipe, TWO);
        TensorFlowEngine one = create(recipe, ONE);
        TensorFlowEngine four =
            create(recipe, new Compute(2, Device.parseList("cpu:0,cpu:1,cpu:2,cpu:3")))) {
      EngineSamples.train(two, 1, 5);
      ModelState saved = two.state();

      one.restore(saved);
      four.restore(one.state());

      // The rows of the carry are in the order of the batch, whoever has them.
      EngineSamples.assertSameBits(one.state(), saved);
      EngineSamples.assertSameBits(four.state(), saved);
      double expected = EngineSamples.train(one, 6, 6).get(0).loss();
      assertThat(EngineSamples.train(two, 6, 6).get(0).loss())
          .isCloseTo(expected, within(1e-5 * expected));
      assertThat(EngineSamples.train(four, 6, 6).get(0).loss())
          .isCloseTo(expected, within(1e-5 * expected));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void evaluationIsSharedByAllDevicesAndSaysWhatOneSays(String name, Recipe recipe) {
    int half = EngineSamples.ROWS / 2;
    Recipe halves = recipe.withMemory(new MemoryConfig(half, Recompute.NONE));
    try (TensorFlowEngine one =
            create(recipe.withMemory(new MemoryConfig(EngineSamples.ROWS, Recompute.NONE)), ONE);
        TensorFlowEngine two = create(halves, TWO);
        TensorFlowEngine inParts = create(halves, ONE)) {
      assertThat(two.evaluationRows()).isEqualTo(one.evaluationRows());
      EngineSamples.train(one, 1, 2);
      two.restore(one.state());
      ModelState before = two.state();
      for (WeightSet weights : WeightSet.values()) {
        List<StepOutput> expected = new ArrayList<>();
        List<StepOutput> found = new ArrayList<>();
        one.evaluate(weights, EngineSamples.batch(5), expected::add);
        two.evaluate(weights, EngineSamples.batch(5), found::add);

        assertThat(found).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
          StepOutput of = expected.get(i);
          assertThat(found.get(i).predictions()).isEqualTo(of.predictions());
          assertThat(found.get(i).qHalt()).containsExactly(of.qHalt(), within(1e-5f));
          assertThat(found.get(i).lmLoss()).isCloseTo(of.lmLoss(), within(1e-5));
        }
      }
      EngineSamples.assertSameBits(two.state(), before);
      assertThatThrownBy(() -> inParts.evaluate(WeightSet.RAW, EngineSamples.batch(5), out -> {}))
          .hasMessageContaining("batch of 4 rows for 1 devices with 2 rows each");
    }
  }

  private static TensorFlowEngine create(Recipe recipe, Compute compute) {
    return TensorFlowEngine.create(recipe, EngineSamples.DATA, compute);
  }
}
