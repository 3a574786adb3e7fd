package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig.DenseOptimizer;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.train.Batch;
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
      inParts.restore(one.state());
      ModelState before = two.state();
      Batch batch = EngineSamples.batch(5);
      for (WeightSet weights : WeightSet.values()) {
        List<StepOutput> found = evaluated(two, weights, batch);
        List<StepOutput> first = evaluated(inParts, weights, rows(batch, 0, half));
        List<StepOutput> second = evaluated(inParts, weights, rows(batch, half, batch.rows()));
        List<StepOutput> whole = evaluated(one, weights, batch);

        assertThat(found).hasSameSizeAs(whole).hasSameSizeAs(first).isNotEmpty();
        for (int i = 0; i < found.size(); i++) {
          StepOutput of = found.get(i);
          // A device has the shapes, and so the bits, of one that evaluates these rows alone.
          int[] tokens = of.predictions();
          int middle = tokens.length / 2;
          assertThat(Arrays.copyOf(tokens, middle)).isEqualTo(first.get(i).predictions());
          assertThat(Arrays.copyOfRange(tokens, middle, tokens.length))
              .isEqualTo(second.get(i).predictions());
          assertThat(Arrays.copyOf(of.qHalt(), half)).isEqualTo(first.get(i).qHalt());
          assertThat(Arrays.copyOfRange(of.qHalt(), half, batch.rows()))
              .isEqualTo(second.get(i).qHalt());
          double sum = first.get(i).lmLoss() + second.get(i).lmLoss();
          assertThat(of.lmLoss()).isCloseTo(sum, within(1e-12 * sum));
          // Twice as many rows are summed in another order in float32; recursion amplifies that.
          assertThat(of.predictions()).isEqualTo(whole.get(i).predictions());
          assertThat(of.lmLoss()).isCloseTo(whole.get(i).lmLoss(), within(1e-3 * sum));
        }
      }
      EngineSamples.assertSameBits(two.state(), before);
      assertThatThrownBy(() -> inParts.evaluate(WeightSet.RAW, batch, out -> {}))
          .hasMessageContaining("batch of 4 rows for 1 devices with 2 rows each");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void aTrainedModelIsEvaluatedByAllDevices(String name, Recipe recipe) {
    int half = EngineSamples.ROWS / 2;
    Map<String, NamedTensor> weights;
    try (TensorFlowEngine trained = create(recipe, ONE)) {
      EngineSamples.train(trained, 1, 2);
      weights =
          trained.state().model().stream().collect(Collectors.toMap(NamedTensor::name, t -> t));
    }
    Batch batch = EngineSamples.batch(5);
    try (InferenceEngine two = inference(recipe, EngineSamples.ROWS, TWO, weights);
        InferenceEngine inParts = inference(recipe, half, ONE, weights)) {
      List<StepOutput> found = new ArrayList<>();
      two.evaluate(batch, found::add);
      List<StepOutput> first = new ArrayList<>();
      inParts.evaluate(rows(batch, 0, half), first::add);
      List<StepOutput> second = new ArrayList<>();
      inParts.evaluate(rows(batch, half, batch.rows()), second::add);

      assertThat(found).hasSize(recipe.model().haltMaxSteps());
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i).predictions())
            .startsWith(first.get(i).predictions())
            .endsWith(second.get(i).predictions());
        assertThat(found.get(i).qHalt())
            .startsWith(first.get(i).qHalt())
            .endsWith(second.get(i).qHalt());
      }
      assertThatThrownBy(() -> two.step(batch, new RowStarts(EngineSamples.ROWS)))
          .hasMessageContaining("this model is on 2");
    }
  }

  private static InferenceEngine inference(
      Recipe recipe, int rows, Compute compute, Map<String, NamedTensor> weights) {
    return InferenceEngine.create(
        recipe.model(), EngineSamples.DATA, rows, compute, weights, "test");
  }

  private static List<StepOutput> evaluated(
      TensorFlowEngine engine, WeightSet weights, Batch batch) {
    List<StepOutput> outputs = new ArrayList<>();
    engine.evaluate(weights, batch, outputs::add);
    return outputs;
  }

  private static Batch rows(Batch batch, int from, int to) {
    int length = batch.seqLen();
    return new Batch(
        to - from,
        length,
        Arrays.copyOfRange(batch.inputs(), from * length, to * length),
        Arrays.copyOfRange(batch.labels(), from * length, to * length),
        Arrays.copyOfRange(batch.puzzleIdentifiers(), from, to),
        to - from);
  }

  private static TensorFlowEngine create(Recipe recipe, Compute compute) {
    return TensorFlowEngine.create(recipe, EngineSamples.DATA, compute);
  }
}
