package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.ModelVariant;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.transforms.random.StableRandom;

/** Tiny models and random batches. */
final class EngineSamples {
  static final DataShape DATA = new DataShape(9, 5, 3, 0, -1, 0);
  static final int ROWS = 4;

  private EngineSamples() {}

  static ModelBuilder model() {
    return new ModelBuilder();
  }

  static Recipe recipe(ModelConfig model) {
    TrainConfig train =
        new TrainConfig(ROWS, 1, 1, 0, 0, 1, 3e-3, 1, 0, 0.9, 0.95, 0.1, 1e-2, 0.1, true, 0.9, 11);
    return new Recipe("tiny", "for tests", model, train, new CurriculumConfig(0, 0, 0, 1));
  }

  /** Labels are the inputs plus one: easy to learn. */
  static Batch batch(long seed) {
    return batch(seed, ROWS);
  }

  /** The same of another number of rows. */
  static Batch batch(long seed, int rows) {
    StableRandom random = StableRandom.of(seed);
    int[] inputs = new int[rows * DATA.seqLen()];
    int[] labels = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextInt(DATA.vocabSize() - 1);
      labels[i] = inputs[i] + 1;
    }
    int[] ids = new int[rows];
    for (int i = 0; i < rows; i++) {
      ids[i] = random.nextInt(DATA.numPuzzleIdentifiers());
    }
    return new Batch(rows, DATA.seqLen(), inputs, labels, ids, rows);
  }

  /** Makes steps on three batches, turn by turn. */
  static List<StepMetrics> train(TrainEngine engine, int from, int to) {
    List<StepMetrics> metrics = new ArrayList<>();
    for (int step = from; step <= to; step++) {
      metrics.add(engine.step(batch(step % 3), StepSettings.full(step, 3e-3, 1e-2)));
    }
    return metrics;
  }

  static void assertSameBits(ModelState actual, ModelState expected) {
    assertSameBits(actual.model(), expected.model());
    assertSameBits(actual.ema(), expected.ema());
    assertSameBits(actual.optimizer(), expected.optimizer());
  }

  static void assertSameBits(List<NamedTensor> actual, List<NamedTensor> expected) {
    assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(actual.get(i).sameBits(expected.get(i))).as(actual.get(i).name()).isTrue();
    }
  }

  /** One choice at a time on top of a tiny attention model. */
  static final class ModelBuilder {
    private ModelVariant variant = ModelVariant.TRM;
    private boolean mlpT;
    private PositionEncoding positions = PositionEncoding.ROPE;
    private int puzzleEmbNdim = 8;
    private int puzzleEmbLen = 1;
    private boolean noActContinue = true;
    private ForwardDtype dtype = ForwardDtype.FLOAT32;
    private LossKind loss = LossKind.STABLEMAX_CROSS_ENTROPY;
    private int hiddenSize = 8;

    ModelBuilder variant(ModelVariant choice) {
      variant = choice;
      return this;
    }

    ModelBuilder mlpT() {
      mlpT = true;
      positions = PositionEncoding.NONE;
      return this;
    }

    ModelBuilder positions(PositionEncoding encoding) {
      positions = encoding;
      return this;
    }

    ModelBuilder withoutPuzzleEmbedding() {
      puzzleEmbNdim = 0;
      puzzleEmbLen = 0;
      return this;
    }

    ModelBuilder withActContinue() {
      noActContinue = false;
      return this;
    }

    ModelBuilder dtype(ForwardDtype format) {
      dtype = format;
      return this;
    }

    ModelBuilder loss(LossKind kind) {
      loss = kind;
      return this;
    }

    ModelBuilder hiddenSize(int width) {
      hiddenSize = width;
      return this;
    }

    ModelConfig build() {
      return new ModelConfig(
          variant,
          hiddenSize,
          2,
          4,
          2,
          2,
          1,
          variant.hasHighModule() ? 2 : 0,
          mlpT,
          positions,
          puzzleEmbNdim,
          variant == ModelVariant.HRM ? 0 : puzzleEmbLen,
          4,
          0.3,
          noActContinue,
          dtype,
          loss);
    }
  }
}
