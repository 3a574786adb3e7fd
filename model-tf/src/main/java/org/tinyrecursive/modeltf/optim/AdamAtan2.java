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
public final class AdamAtan2 {
  private final Ops tf;
  private final Operand<TFloat32> beta1Rest;
  private final Operand<TFloat32> beta2Rest;
  private final Rates rates;

  /**
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   */
  public AdamAtan2(Ops tf, double beta1, double beta2, Rates rates) {
    this.tf = tf;
    this.beta1Rest = tf.constant((float) (1 - beta1));
    this.beta2Rest = tf.constant((float) (1 - beta2));
    this.rates = rates;
  }

  /** The new parameter and moments. */
  public Update update(
      Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v, Operand<TFloat32> g) {
    Operand<TFloat32> first = tf.math.add(m, tf.math.mul(beta1Rest, tf.math.sub(g, m)));
    Operand<TFloat32> second =
        tf.math.add(v, tf.math.mul(beta2Rest, tf.math.sub(tf.math.square(g), v)));
    Operand<TFloat32> scale = tf.math.mul(tf.math.sqrt(second), rates.inverseRootC2());
    Operand<TFloat32> step = tf.math.mul(rates.lrOverC1(), tf.math.atan2(first, scale));
    return new Update(tf.math.sub(tf.math.mul(p, rates.decay()), step), first, second);
  }

  /**
   * What changes from step to step, as scalars.
   *
   * @param decay 1 − lr·wd
   * @param lrOverC1 lr / (1 − β1ᵗ)
   * @param inverseRootC2 1 / √(1 − β2ᵗ)
   */
  public record Rates(
      Operand<TFloat32> decay, Operand<TFloat32> lrOverC1, Operand<TFloat32> inverseRootC2) {}

  /**
   * Values after a step.
   *
   * @param p parameter
   * @param m first moment
   * @param v second moment
   */
  public record Update(Operand<TFloat32> p, Operand<TFloat32> m, Operand<TFloat32> v) {}
}
