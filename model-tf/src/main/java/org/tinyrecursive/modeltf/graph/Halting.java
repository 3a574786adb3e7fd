package org.tinyrecursive.modeltf.graph;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.loss.ActLoss.ContinueTarget;
import org.tinyrecursive.modeltf.model.ForwardOutput;

/** When a row stops in training, and what q_continue should have said. */
final class Halting {
  private final Ops tf;
  private final ModelConfig config;

  Halting(Ops tf, ModelConfig config) {
    this.tf = tf;
    this.config = config;
  }

  /** Whether rows may stop before halt_max_steps. */
  boolean isAdaptive() {
    return config.haltMaxSteps() > 1;
  }

  /** steps ≥ halt_max_steps: [B]. */
  Operand<TBool> isLast(Operand<TInt32> steps) {
    return tf.math.greaterEqual(steps, tf.constant(config.haltMaxSteps()));
  }

  /**
   * Rows that halt after this step.
   *
   * @param output of this step
   * @param steps [B] made, this one included
   * @param minSteps [B] that exploration demands; 0: none
   */
  Operand<TBool> halted(
      ForwardOutput<? extends TFloating> output, Operand<TInt32> steps, Operand<TInt32> minSteps) {
    Operand<TBool> last = isLast(steps);
    if (!isAdaptive()) {
      return last;
    }
    Operand<TFloat32> threshold = config.haltsAboveZero() ? tf.constant(0f) : output.qContinue();
    Operand<TBool> wants = tf.math.greater(output.qHalt(), threshold);
    // Exploration asks for halt_max_steps at most, so a last step halts in any case.
    return tf.math.logicalAnd(
        tf.math.logicalOr(last, wants), tf.math.greaterEqual(steps, minSteps));
  }

  /** The q_continue term from one more forward; absent where there is no such target. */
  Optional<ContinueTarget> continueTarget(
      ForwardOutput<? extends TFloating> output,
      Operand<TInt32> steps,
      ForwardOutput<? extends TFloating> next) {
    Operand<TFloat32> goingOn = tf.math.maximum(next.qHalt(), next.qContinue());
    Operand<TFloat32> best = tf.select(isLast(steps), next.qHalt(), goingOn);
    return Optional.of(new ContinueTarget(output.qContinue(), tf.math.sigmoid(best)));
  }
}
