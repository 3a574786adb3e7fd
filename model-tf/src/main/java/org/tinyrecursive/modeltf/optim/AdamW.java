package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019):
 *
 * <pre>
 * p ← p·(1 − lr·wd);  m ← m + (1 − β1)(g − m);  v ← v + (1 − β2)(g² − v);
 * p ← p − (lr / c1) · m / (√v / √c2 + ε)
 * </pre>
 */
public final class AdamW implements DenseOptimizer {
  private final Ops tf;
  private final Moments moments;
  private final Operand<TFloat32> epsilon;
  private final Rates rates;

  /**
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param epsilon added to the denominator
   */
  public AdamW(Ops tf, double beta1, double beta2, double epsilon, Rates rates) {
    this.tf = tf;
    this.rates = rates;
    this.epsilon = tf.constant((float) epsilon);
    moments = new Moments(tf, beta1, beta2);
  }

  @Override
  public Update update(
      Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v, Operand<TFloat32> g) {
    Operand<TFloat32> first = moments.first(m, g);
    Operand<TFloat32> second = moments.second(v, g);
    Operand<TFloat32> root = tf.math.mul(tf.math.sqrt(second), rates.inverseRootC2());
    Operand<TFloat32> step =
        tf.math.mul(rates.lrOverC1(), tf.math.div(first, tf.math.add(root, epsilon)));
    return new Update(tf.math.sub(tf.math.mul(p, rates.decay()), step), first, second);
  }
}
