package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig.DenseOptimizer;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.WeightSet;

/** What a training step does, choice by choice. */
class TensorFlowEngineTest {
  @Test
  void frozenWeightsStayAndPuzzleRowsLearn() {
    Recipe frozen =
        EngineSamples.recipe(EngineSamples.model().build())
            .withOptimizer(new OptimizerConfig(DenseOptimizer.ADAM_ATAN2, 1e-8, 0, true));
    try (TensorFlowEngine engine = create(frozen)) {
      List<NamedTensor> before = engine.state().model();
      EngineSamples.train(engine, 1, 3);
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
            engine.step(EngineSamples.batch(1), new StepSettings(1, 3e-3, 1e-2, thirds)).lmLoss());
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
      EngineSamples.train(engine, 1, 4);
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
      StepMetrics continued = EngineSamples.train(with, 1, 1).get(0);

      assertThat(continued.qContinueLoss()).isPositive();
      assertThat(continued.loss())
          .isCloseTo(
              continued.lmLoss() + 0.5 * (continued.qHaltLoss() + continued.qContinueLoss()),
              within(1e-9));
      assertThat(EngineSamples.train(without, 1, 1).get(0).qContinueLoss()).isZero();
    }
  }

  @Test
  void bfloat16AgreesWithFloat32ToItsPrecision() {
    try (TensorFlowEngine exact = create(EngineSamples.model().build());
        TensorFlowEngine rough =
            create(EngineSamples.model().dtype(ForwardDtype.BFLOAT16).build())) {
      double expected = EngineSamples.train(exact, 1, 1).get(0).lmLoss();

      assertThat(EngineSamples.train(rough, 1, 1).get(0).lmLoss())
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
        EngineSamples.train(engine, step, step);
        int[] now = steps(engine.state());
        for (int row = 0; row < steps.length; row++) {
          assertThat(now[row]).isEqualTo(halted[row] ? 1 : steps[row] + 1);
        }
        steps = now;
      }
    }
  }

  @Test
  void puzzleRowsThatNoExampleTouchedStayAsTheyAre() {
    DataShape manyPuzzles = new DataShape(9, 5, 50, 0, -1, 0);
    ModelConfig model = EngineSamples.model().build();
    try (TensorFlowEngine engine =
        TensorFlowEngine.create(EngineSamples.recipe(model), manyPuzzles, new Compute(2))) {
      EngineSamples.train(engine, 1, 3);
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

  private static TensorFlowEngine create(ModelConfig model) {
    return create(EngineSamples.recipe(model));
  }

  private static TensorFlowEngine create(Recipe recipe) {
    return TensorFlowEngine.create(recipe, EngineSamples.DATA, new Compute(2));
  }
}
