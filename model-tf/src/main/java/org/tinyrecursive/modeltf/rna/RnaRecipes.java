package org.tinyrecursive.modeltf.rna;

import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecursionConfig;
import org.tinyrecursive.modeltf.config.SelectionConfig;
import org.tinyrecursive.modeltf.config.TrainConfig;

/** The settings of models of RNA structures. */
public final class RnaRecipes {
  private static final int EVALUATIONS = 20;
  private static final int MOST_VALIDATED = 100;

  private RnaRecipes() {}

  /** Sizes, and how it is trained. */
  public static Recipe of(RnaModelKind kind, int batchSize, int epochs, double lr, long seed) {
    return new Recipe(
        kind == RnaModelKind.TRM ? "rna-trm" : "rna-baseline",
        kind == RnaModelKind.TRM
            ? "refines structures of RNA, residue by residue"
            : "the published toy: absolute coordinates, mean squared error",
        kind == RnaModelKind.TRM ? small() : published(),
        training(batchSize, epochs, lr, seed),
        new CurriculumConfig(0, 0, 0, 1),
        RecursionConfig.FULL,
        new OptimizerConfig(OptimizerConfig.DenseOptimizer.ADAM_ATAN2, 1e-8, 1, false),
        MemoryConfig.AUTO,
        SelectionConfig.DEFAULT);
  }

  /** Small enough for two cores: two supervision steps of 2 × (2 + 1) calls of two blocks. */
  private static ModelConfig small() {
    return model(48, 4, 4, 2, 2, 2);
  }

  /** D 256, inner width 512, H 3, L 6, one supervision step. */
  private static ModelConfig published() {
    return model(256, 8, 3, 3, 6, 1);
  }

  private static ModelConfig model(
      int width, int heads, double expansion, int high, int low, int steps) {
    return new ModelConfig(
        width,
        heads,
        expansion,
        high,
        low,
        2,
        false,
        PositionEncoding.NONE,
        0,
        0,
        steps,
        0,
        true,
        ForwardDtype.FLOAT32,
        LossKind.SOFTMAX_CROSS_ENTROPY);
  }

  private static TrainConfig training(int batchSize, int epochs, double lr, long seed) {
    return new TrainConfig(
        batchSize,
        epochs,
        Math.max(1, epochs / EVALUATIONS),
        MOST_VALIDATED,
        0,
        2,
        lr,
        0.1,
        50,
        0.9,
        0.95,
        0.05,
        0,
        0,
        true,
        0.99,
        seed);
  }
}
