package org.tinyrecursive.modeltf.optim;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Scales gradients down, all alike, where their norm together is above a limit. */
public final class GradientClipping {
  private static final float TINY = 1e-12f;

  private final Ops tf;
  private final double limit;

  /**
   * @param limit largest norm, above 0
   */
  public GradientClipping(Ops tf, double limit) {
    this.tf = tf;
    this.limit = limit;
  }

  /** g · min(1, limit / ‖all g‖). */
  public List<Operand<TFloat32>> apply(List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> squares = new ArrayList<>();
    for (Operand<TFloat32> gradient : gradients) {
      Operand<TFloat32> flat = tf.reshape(gradient, tf.constant(new int[] {-1}));
      squares.add(tf.reduceSum(tf.math.square(flat), tf.constant(0)));
    }
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.addN(squares));
    Operand<TFloat32> allowed =
        tf.math.div(tf.constant((float) limit), tf.math.maximum(norm, tf.constant(TINY)));
    Operand<TFloat32> scale = tf.math.minimum(tf.constant(1f), allowed);
    List<Operand<TFloat32>> clipped = new ArrayList<>();
    gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, scale)));
    return clipped;
  }
}
