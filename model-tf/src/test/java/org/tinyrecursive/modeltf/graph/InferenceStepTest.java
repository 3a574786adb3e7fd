package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.graph.InferenceEngine.Noise;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.transforms.random.StableRandom;

/** Rows of one batch that begin, go on and get noise each for itself. */
class InferenceStepTest {
  private static final int ROWS = EngineSamples.ROWS;
  private static final double SCALE = 0.5;

  private static InferenceEngine engine;

  @BeforeAll
  static void load() {
    ModelConfig model = EngineSamples.model().build();
    try (TensorFlowEngine trained =
        TensorFlowEngine.create(EngineSamples.recipe(model), EngineSamples.DATA, new Compute(1))) {
      Map<String, NamedTensor> weights =
          trained.state().model().stream().collect(Collectors.toMap(NamedTensor::name, t -> t));
      engine =
          InferenceEngine.create(
              model, EngineSamples.DATA, ROWS, new Compute(1), Noise.ON_LATENTS, weights, "test");
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void stepsWithoutNoiseAreThoseOfAnEvaluation() {
    Batch batch = EngineSamples.batch(5);
    List<StepOutput> expected = new ArrayList<>();
    engine.evaluate(batch, expected::add);

    RowStarts starts = new RowStarts(ROWS);
    for (StepOutput step : expected) {
      StepAnswers answers = engine.step(batch, starts);
      assertThat(answers.predictions()).isEqualTo(step.predictions());
      assertThat(answers.qHalt()).isEqualTo(step.qHalt());
      goOn(starts);
    }
  }

  @Test
  void aRowThatBeginsLaterThanItsNeighboursAnswersAsIfItBeganWithThem() {
    Batch batch = EngineSamples.batch(5);
    StepAnswers first = engine.step(batch, new RowStarts(ROWS));
    RowStarts starts = new RowStarts(ROWS);
    goOn(starts);
    engine.step(batch, starts);
    starts.begin(2);
    StepAnswers later = engine.step(batch, starts);

    assertThat(row(later, 2)).isEqualTo(row(first, 2));
    assertThat(row(later, 1)).isNotEqualTo(row(first, 1));
  }

  @Test
  void noiseOfARowIsThatOfItsSeedWhereverItIs() {
    Batch batch = sameRows(EngineSamples.batch(5));
    RowStarts starts = new RowStarts(ROWS);
    starts.addNoise(0, SCALE, StableRandom.of(1));
    starts.addNoise(1, SCALE, StableRandom.of(2));
    starts.addNoise(3, SCALE, StableRandom.of(1));
    StepAnswers answers = engine.step(batch, starts);

    assertThat(row(answers, 3)).isEqualTo(row(answers, 0));
    assertThat(row(answers, 1)).isNotEqualTo(row(answers, 0));
    assertThat(row(answers, 2)).isNotEqualTo(row(answers, 0));
    assertThat(row(answers, 2)).isEqualTo(row(engine.step(batch, new RowStarts(ROWS)), 2));
  }

  private static Batch sameRows(Batch batch) {
    int seqLen = batch.seqLen();
    for (int row = 1; row < ROWS; row++) {
      System.arraycopy(batch.inputs(), 0, batch.inputs(), row * seqLen, seqLen);
      batch.puzzleIdentifiers()[row] = batch.puzzleIdentifiers()[0];
    }
    return batch;
  }

  private static void goOn(RowStarts starts) {
    for (int row = 0; row < ROWS; row++) {
      starts.goOn(row);
    }
  }

  private static List<Object> row(StepAnswers answers, int row) {
    int seqLen = EngineSamples.DATA.seqLen();
    return List.of(
        answers.qHalt()[row],
        Arrays.toString(
            Arrays.copyOfRange(answers.predictions(), row * seqLen, (row + 1) * seqLen)));
  }
}
