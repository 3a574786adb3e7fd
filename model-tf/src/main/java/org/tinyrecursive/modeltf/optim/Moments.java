package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** m ← m + (1 − β1)(g − m); v ← v + (1 − β2)(g² − v). */
final class Moments {
  private final Ops tf;
  private final Operand<TFloat32> beta1Rest;
  private final Operand<TFloat32> beta2Rest;

  Moments(Ops tf, double beta1, double beta2) {
    this.tf = tf;
    beta1Rest = tf.constant((float) (1 - beta1));
    beta2Rest = tf.constant((float) (1 - beta2));
  }

  Operand<TFloat32> first(Operand<TFloat32> m, Operand<TFloat32> g) {
    return tf.math.add(m, tf.math.mul(beta1Rest, tf.math.sub(g, m)));
  }

  Operand<TFloat32> second(Operand<TFloat32> v, Operand<TFloat32> g) {
    return tf.math.add(v, tf.math.mul(beta2Rest, tf.math.sub(tf.math.square(g), v)));
  }
}
