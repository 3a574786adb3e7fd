package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;

/** Small settings. */
final class TestRecipes {
  static final CurriculumConfig NO_CURRICULUM = new CurriculumConfig(0, 0, 0, 1);

  private TestRecipes() {}

  static TrainConfig train(int batchSize, int epochs, int evalInterval) {
    return train(batchSize, epochs, evalInterval, 3, 7);
  }

  /** With so many examples of a puzzle at most in one visit. */
  static TrainConfig visiting(int examples, int batchSize, int epochs, int evalInterval) {
    return new TrainConfig(
        batchSize,
        epochs,
        evalInterval,
        0,
        3,
        2,
        1e-2,
        0.1,
        4,
        0.9,
        0.95,
        0.1,
        1e-2,
        0.1,
        true,
        0.99,
        7,
        examples);
  }

  static TrainConfig train(
      int batchSize, int epochs, int evalInterval, int checkpointEvery, long seed) {
    return new TrainConfig(
        batchSize,
        epochs,
        evalInterval,
        0,
        checkpointEvery,
        2,
        1e-2,
        0.1,
        4,
        0.9,
        0.95,
        0.1,
        1e-2,
        0.1,
        true,
        0.99,
        seed);
  }

  static Recipe recipe(TrainConfig train, CurriculumConfig curriculum) {
    return new Recipe(
        "test",
        "for tests",
        new ModelConfig(
            8,
            2,
            1,
            1,
            1,
            1,
            true,
            PositionEncoding.NONE,
            8,
            1,
            3,
            0.1,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY),
        train,
        curriculum);
  }
}
