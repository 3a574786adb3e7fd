package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.OptimizerConfig;
import org.tinyrecursive.modeltf.config.TrainConfig;

/** How the dense parameters follow their gradients, with two moments and decoupled decay. */
public sealed interface DenseOptimizer permits AdamAtan2, AdamW {

  /** The optimizer of a recipe. */
  static DenseOptimizer create(Ops tf, OptimizerConfig config, TrainConfig train, Rates rates) {
    return switch (config.dense()) {
      case ADAM_ATAN2 -> new AdamAtan2(tf, train.beta1(), train.beta2(), rates);
      case ADAMW -> new AdamW(tf, train.beta1(), train.beta2(), config.epsilon(), rates);
    };
  }

  /** The new parameter and moments. */
  Update update(Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v, Operand<TFloat32> g);

  /**
   * What changes from step to step, as scalars.
   *
   * @param decay 1 − lr·wd
   * @param lrOverC1 lr / (1 − β1ᵗ)
   * @param inverseRootC2 1 / √(1 − β2ᵗ)
   */
  record Rates(
      Operand<TFloat32> decay, Operand<TFloat32> lrOverC1, Operand<TFloat32> inverseRootC2) {}

  /**
   * Values after a step.
   *
   * @param p parameter
   * @param m first moment
   * @param v second moment
   */
  record Update(Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v) {}
}
