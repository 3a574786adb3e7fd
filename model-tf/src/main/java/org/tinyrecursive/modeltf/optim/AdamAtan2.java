package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam with atan2 in place of the division (Everett et al., 2024), so without ε:
 *
 * <pre>
 * p ← p·(1 − lr·wd);  m ← m + (1 − β1)(g − m);  v ← v + (1 − β2)(g² − v);
 * p ← p − (lr / c1)·atan2(m, √v / √c2)
 * </pre>
 */
public final class AdamAtan2 implements DenseOptimizer {
  private final Ops tf;
  private final Moments moments;
  private final Rates rates;

  /**
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   */
  public AdamAtan2(Ops tf, double beta1, double beta2, Rates rates) {
    this.tf = tf;
    this.rates = rates;
    moments = new Moments(tf, beta1, beta2);
  }

  @Override
  public Update update(
      Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v, Operand<TFloat32> g) {
    Operand<TFloat32> first = moments.first(m, g);
    Operand<TFloat32> second = moments.second(v, g);
    Operand<TFloat32> scale = tf.math.mul(tf.math.sqrt(second), rates.inverseRootC2());
    Operand<TFloat32> step = tf.math.mul(rates.lrOverC1(), tf.math.atan2(first, scale));
    return new Update(tf.math.sub(tf.math.mul(p, rates.decay()), step), first, second);
  }
}
