package org.tinyrecursive.modeltf.config;

/** How gradients become updates. The published runs take the defaults. */
public record OptimizerConfig(
    @Setting(
            key = "dense",
            help = "optimizer of the dense parameters: adam_atan2 or adamw",
            value = "adam_atan2")
        DenseOptimizer dense,
    @Setting(
            key = "epsilon",
            help = "added to the denominator of adamw; adam_atan2 has none",
            value = "1e-8")
        double epsilon,
    @Setting(
            key = "clip_norm",
            help = "largest norm of all dense gradients together; 0: no clipping",
            value = "0")
        double clipNorm,
    @Setting(key = "freeze_weights", help = "train the puzzle embeddings alone", value = "false")
        boolean freezeWeights) {
  /** As published. */
  public static final OptimizerConfig PUBLISHED =
      new OptimizerConfig(DenseOptimizer.ADAM_ATAN2, 1e-8, 0, false);

  public OptimizerConfig {
    Check.atLeast("optimizer.epsilon", epsilon, 0);
    Check.atLeast("optimizer.clip_norm", clipNorm, 0);
  }

  /** Optimizers of the dense parameters. */
  public enum DenseOptimizer {
    /** Everett et al., 2024; as published. */
    ADAM_ATAN2,
    /** Loshchilov and Hutter, 2019. */
    ADAMW
  }
}
