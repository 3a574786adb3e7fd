package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
import org.tinyrecursive.modeltf.config.DataShape;
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
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/** What holds for every choice of architecture. */
class TensorFlowEngineTest {
  private static final double LR = 3e-3;

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
      List<StepMetrics> first = train(engine, 1, 12);
      ModelState saved = engine.state();
      List<StepMetrics> continued = train(engine, 13, 16);

      restored.restore(saved);
      List<StepMetrics> again = train(restored, 13, 16);

      assertThat(again).isEqualTo(continued);
      assertSameBits(restored.state(), engine.state());
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
      train(engine, 1, 1);
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
      train(engine, 1, 3);
      ModelState state = engine.state();
      List<StepOutput> expected = new ArrayList<>();
      engine.evaluate(WeightSet.RAW, EngineSamples.batch(99), expected::add);
      assertSameBits(engine.state(), state);

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

  @Test
  void frozenWeightsStayAndPuzzleRowsLearn() {
    Recipe frozen =
        EngineSamples.recipe(EngineSamples.model().build())
            .withOptimizer(new OptimizerConfig(DenseOptimizer.ADAM_ATAN2, 1e-8, 0, true));
    try (TensorFlowEngine engine = create(frozen)) {
      List<NamedTensor> before = engine.state().model();
      train(engine, 1, 3);
      for (NamedTensor after : engine.state().model()) {
        NamedTensor first =
            before.stream().filter(t -> t.name().equals(after.name())).findFirst().orElseThrow();
        assertThat(after.sameBits(first))
            .as(after.name())
            .isEqualTo(!after.name().equals("puzzle_emb.weights"));
      }
    }
  }

  @Test
  void everyStageOfTheRecursionTrainsTheSameWeightsAndDiffersFromTheOthers() {
    Recipe recipe =
        EngineSamples.recipe(EngineSamples.model().build())
            .withRecursion(new RecursionConfig(0.3, 0.6, 1));
    List<Double> losses = new ArrayList<>();
    for (int thirds = 1; thirds <= RecursionConfig.ALL_THIRDS; thirds++) {
      try (TensorFlowEngine engine = create(recipe)) {
        List<NamedTensor> before = engine.state().model();
        losses.add(
            engine.step(EngineSamples.batch(1), new StepSettings(1, LR, 1e-2, thirds)).lmLoss());
        assertThat(engine.state().model().get(2).sameBits(before.get(2))).isFalse();
      }
    }
    // Of H 2, L 2 a third is 1 and 1, two thirds are 2 and 2.
    assertThat(losses.get(0)).isNotEqualTo(losses.get(1));
    assertThat(losses.get(1)).isEqualTo(losses.get(2));
  }

  @Test
  void averagedWeightsAnswerDifferentlyFromRawOnes() {
    try (TensorFlowEngine engine = create(EngineSamples.model().build())) {
      train(engine, 1, 4);
      List<StepOutput> raw = new ArrayList<>();
      List<StepOutput> ema = new ArrayList<>();
      engine.evaluate(WeightSet.RAW, EngineSamples.batch(5), raw::add);
      engine.evaluate(WeightSet.EMA, EngineSamples.batch(5), ema::add);

      assertThat(ema.get(0).lmLoss()).isNotEqualTo(raw.get(0).lmLoss());
    }
  }

  @Test
  void theContinueTargetCostsOneMoreTermInTheLoss() {
    try (TensorFlowEngine with = create(EngineSamples.model().withActContinue().build());
        TensorFlowEngine without = create(EngineSamples.model().build())) {
      StepMetrics continued = train(with, 1, 1).get(0);

      assertThat(continued.qContinueLoss()).isPositive();
      assertThat(continued.loss())
          .isCloseTo(
              continued.lmLoss() + 0.5 * (continued.qHaltLoss() + continued.qContinueLoss()),
              within(1e-9));
      assertThat(train(without, 1, 1).get(0).qContinueLoss()).isZero();
    }
  }

  @Test
  void bfloat16AgreesWithFloat32ToItsPrecision() {
    try (TensorFlowEngine exact = create(EngineSamples.model().build());
        TensorFlowEngine rough =
            create(EngineSamples.model().dtype(ForwardDtype.BFLOAT16).build())) {
      double expected = train(exact, 1, 1).get(0).lmLoss();

      assertThat(train(rough, 1, 1).get(0).lmLoss())
          .isNotEqualTo(expected)
          .isCloseTo(expected, within(0.05 * expected));
    }
  }

  @Test
  void rowsThatHaltTakeTheNextExampleAndOthersContinue() {
    try (TensorFlowEngine engine = create(EngineSamples.model().build())) {
      int[] steps = new int[EngineSamples.ROWS];
      for (int step = 1; step <= 6; step++) {
        boolean[] halted = halted(engine.state());
        train(engine, step, step);
        int[] now = steps(engine.state());
        for (int row = 0; row < steps.length; row++) {
          assertThat(now[row]).isEqualTo(halted[row] ? 1 : steps[row] + 1);
        }
        steps = now;
      }
    }
  }

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
      assertSameBits(large.state(), before);
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

  @Test
  void puzzleRowsThatNoExampleTouchedStayAsTheyAre() {
    DataShape manyPuzzles = new DataShape(9, 5, 50, 0, -1, 0);
    ModelConfig model = EngineSamples.model().build();
    try (TensorFlowEngine engine =
        TensorFlowEngine.create(EngineSamples.recipe(model), manyPuzzles, new Compute(2))) {
      train(engine, 1, 3);
      NamedTensor table =
          engine.state().model().stream()
              .filter(t -> t.name().equals("puzzle_emb.weights"))
              .findFirst()
              .orElseThrow();

      float[] rows = table.floats();
      // The batches name puzzles 0 to 2 only.
      for (int i = 0; i < rows.length; i++) {
        if (i >= 3 * model.puzzleEmbNdim()) {
          assertThat(rows[i]).isZero();
        }
      }
      assertThat(rows).contains(0f).isNotEqualTo(new float[rows.length]);
    }
  }

  private static TensorFlowEngine create(ModelConfig model) {
    return create(EngineSamples.recipe(model));
  }

  private static TensorFlowEngine create(Recipe recipe) {
    return TensorFlowEngine.create(recipe, EngineSamples.DATA, new Compute(2));
  }

  private static List<StepMetrics> train(TensorFlowEngine engine, int from, int to) {
    List<StepMetrics> metrics = new ArrayList<>();
    for (int step = from; step <= to; step++) {
      metrics.add(engine.step(EngineSamples.batch(step % 3), StepSettings.full(step, LR, 1e-2)));
    }
    return metrics;
  }

  private static void assertSameBits(ModelState actual, ModelState expected) {
    assertSameBits(actual.model(), expected.model());
    assertSameBits(actual.ema(), expected.ema());
    assertSameBits(actual.optimizer(), expected.optimizer());
  }

  private static void assertSameBits(List<NamedTensor> actual, List<NamedTensor> expected) {
    assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).sameBits(expected.get(i))).as(actual.get(i).name()).isTrue();
    }
  }

  private static int[] steps(ModelState state) {
    NamedTensor steps = named(state, "carry.steps");
    int[] values = new int[steps.elements()];
    steps.data().asIntBuffer().get(values);
    return values;
  }

  private static boolean[] halted(ModelState state) {
    NamedTensor halted = named(state, ActState.HALTED);
    boolean[] values = new boolean[halted.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = halted.data().get(i) != 0;
    }
    return values;
  }

  private static NamedTensor named(ModelState state, String name) {
    return state.optimizer().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }
}
