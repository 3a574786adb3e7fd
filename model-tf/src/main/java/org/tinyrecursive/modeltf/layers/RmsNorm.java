package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * x · rsqrt(mean(x²) + 1e-5) over the last axis, without weight, computed in float32 (Zhang and
 * Sennrich, 2019).
 *
 * @param <T> number format of the forward pass
 */
public final class RmsNorm<T extends TFloating> {
  private static final float EPSILON = 1e-5f;

  private final Computation<T> c;

  public RmsNorm(Computation<T> c) {
    this.c = c;
  }

  /** Any shape; normalizes along the last axis. */
  public Operand<T> apply(Operand<T> x) {
    Ops tf = c.tf();
    Operand<TFloat32> precise = c.precise(x);
    Operand<TFloat32> meanSquare =
        tf.math.mean(tf.math.square(precise), tf.constant(-1), Mean.keepDims(true));
    return c.forward(
        tf.math.mul(precise, tf.math.rsqrt(tf.math.add(meanSquare, tf.constant(EPSILON)))));
  }
}
