package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.ModelVariant;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig.DenseOptimizer;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.WeightSet;

/** What holds for every choice of architecture, and every way to make a step. */
class ArchitecturesTest {
  static Stream<Arguments> architectures() {
    return Stream.of(
        Arguments.of("attention, rope", EngineSamples.model().build()),
        Arguments.of("mlp_t", EngineSamples.model().mlpT().build()),
        Arguments.of(
            "learned positions", EngineSamples.model().positions(PositionEncoding.LEARNED).build()),
        Arguments.of(
            "no positions", EngineSamples.model().positions(PositionEncoding.NONE).build()),
        Arguments.of(
            "no puzzle embedding", EngineSamples.model().mlpT().withoutPuzzleEmbedding().build()),
        Arguments.of("q_continue", EngineSamples.model().withActContinue().build()),
        Arguments.of("one latent", EngineSamples.model().variant(ModelVariant.TRM_SINGLEZ).build()),
        Arguments.of("six latents", EngineSamples.model().variant(ModelVariant.TRM_HIER6).build()),
        Arguments.of("hrm", EngineSamples.model().variant(ModelVariant.HRM).build()),
        Arguments.of(
            "transformer",
            EngineSamples.model().variant(ModelVariant.TRANSFORMERS_BASELINE).build()),
        Arguments.of("softmax", EngineSamples.model().loss(LossKind.SOFTMAX_CROSS_ENTROPY).build()),
        Arguments.of(
            "bfloat16 attention", EngineSamples.model().dtype(ForwardDtype.BFLOAT16).build()),
        Arguments.of(
            "bfloat16 mlp_t", EngineSamples.model().mlpT().dtype(ForwardDtype.BFLOAT16).build()));
  }

  /** Ways to make a step. */
  static Stream<Arguments> modes() {
    Recipe attention = EngineSamples.recipe(EngineSamples.model().build());
    Recipe mlp = EngineSamples.recipe(EngineSamples.model().mlpT().build());
    Recipe rough = EngineSamples.recipe(EngineSamples.model().dtype(ForwardDtype.BFLOAT16).build());
    MemoryConfig blocks = new MemoryConfig(EngineSamples.ROWS, Recompute.BLOCKS);
    return Stream.of(
        Arguments.of("recomputed", attention.withMemory(blocks)),
        Arguments.of("recomputed bfloat16", rough.withMemory(blocks)),
        Arguments.of("passes of 2", mlp.withMemory(new MemoryConfig(2, Recompute.NONE))),
        Arguments.of(
            "passes of 1, recomputed", attention.withMemory(new MemoryConfig(1, Recompute.BLOCKS))),
        Arguments.of(
            "adamw, clipped",
            mlp.withOptimizer(new OptimizerConfig(DenseOptimizer.ADAMW, 1e-8, 0.5, false))),
        Arguments.of("supervision weights", mlp.withRecursion(new RecursionConfig(0, 0, 0.7))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"architectures", "modes"})
  void theLossFallsAndARestoredEngineContinuesBitForBit(String name, Object settings) {
    Recipe recipe =
        settings instanceof ModelConfig model ? EngineSamples.recipe(model) : (Recipe) settings;
    try (TensorFlowEngine engine = create(recipe);
        TensorFlowEngine restored = create(recipe)) {
      List<StepMetrics> first = EngineSamples.train(engine, 1, 42);
      ModelState saved = engine.state();
      List<StepMetrics> continued = EngineSamples.train(engine, 43, 46);

      restored.restore(saved);
      List<StepMetrics> again = EngineSamples.train(restored, 43, 46);

      assertThat(again).isEqualTo(continued);
      EngineSamples.assertSameBits(restored.state(), engine.state());
      assertThat(continued.get(3).lmLoss()).isLessThan(0.95 * first.get(0).lmLoss());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void recomputationAndPassesLeaveTheStepAsItIs(String name, ModelConfig model) {
    double tolerance = name.startsWith("bfloat16") ? 0.05 : 1e-3;
    Recipe recipe = EngineSamples.recipe(model);
    List<NamedTensor> whole = gradients(recipe.withMemory(memory(4, Recompute.NONE)));

    assertClose(gradients(recipe.withMemory(memory(4, Recompute.BLOCKS))), whole, tolerance);
    assertClose(gradients(recipe.withMemory(memory(2, Recompute.BLOCKS))), whole, tolerance);
  }

  private static MemoryConfig memory(int rows, Recompute recompute) {
    return new MemoryConfig(rows, recompute);
  }

  /** First moments after one step: the gradients, times 1 − β1. */
  private static List<NamedTensor> gradients(Recipe recipe) {
    try (TensorFlowEngine engine = create(recipe)) {
      EngineSamples.train(engine, 1, 1);
      return engine.state().optimizer().stream()
          .filter(tensor -> tensor.name().startsWith(TrainGraph.FIRST_MOMENT))
          .toList();
    }
  }

  private static void assertClose(
      List<NamedTensor> actual, List<NamedTensor> expected, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      float[] a = actual.get(i).floats();
      float[] e = expected.get(i).floats();
      double difference = 0;
      double norm = 0;
      for (int j = 0; j < e.length; j++) {
        difference += Math.pow((double) a[j] - e[j], 2);
        norm += Math.pow(e[j], 2);
      }
      assertThat(Math.sqrt(difference))
          .as(expected.get(i).name())
          .isLessThanOrEqualTo(tolerance * Math.sqrt(norm) + 1e-9);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void anInferenceEngineAnswersLikeTheTrainingEngine(String name, ModelConfig model) {
    try (TensorFlowEngine engine = create(model)) {
      EngineSamples.train(engine, 1, 3);
      ModelState state = engine.state();
      List<StepOutput> expected = new ArrayList<>();
      engine.evaluate(WeightSet.RAW, EngineSamples.batch(99), expected::add);
      EngineSamples.assertSameBits(engine.state(), state);

      Map<String, NamedTensor> weights =
          state.model().stream().collect(Collectors.toMap(NamedTensor::name, t -> t));
      List<StepOutput> actual = new ArrayList<>();
      try (InferenceEngine inference =
          InferenceEngine.create(
              model, EngineSamples.DATA, EngineSamples.ROWS, new Compute(2), weights, "test")) {
        inference.evaluate(EngineSamples.batch(99), actual::add);
      }

      assertThat(actual).hasSize(model.haltMaxSteps()).hasSameSizeAs(expected);
      for (int i = 0; i < actual.size(); i++) {
        assertThat(actual.get(i).predictions()).isEqualTo(expected.get(i).predictions());
        assertThat(actual.get(i).qHalt()).isEqualTo(expected.get(i).qHalt());
      }
    }
  }

  private static TensorFlowEngine create(ModelConfig model) {
    return create(EngineSamples.recipe(model));
  }

  private static TensorFlowEngine create(Recipe recipe) {
    return TensorFlowEngine.create(recipe, EngineSamples.DATA, new Compute(2));
  }
}
