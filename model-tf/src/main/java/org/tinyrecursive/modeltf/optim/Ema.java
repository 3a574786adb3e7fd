package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Exponential moving average of weights: shadow ← (1 − μ)·p + μ·shadow. */
public final class Ema {
  private final Ops tf;
  private final Operand<TFloat32> kept;
  private final Operand<TFloat32> added;

  /**
   * @param rate μ, the share of the old average that is kept
   */
  public Ema(Ops tf, double rate) {
    this.tf = tf;
    kept = tf.constant((float) rate);
    added = tf.constant((float) (1 - rate));
  }

  /** The average after a step that ended with parameter {@code p}. */
  public Operand<TFloat32> update(Operand<TFloat32> shadow, Operand<TFloat32> p) {
    return tf.math.add(tf.math.mul(added, p), tf.math.mul(kept, shadow));
  }
}
