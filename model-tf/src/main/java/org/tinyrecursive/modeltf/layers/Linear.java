package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.family.TFloating;

/**
 * y = x·Wᵀ, without bias, over the last axis.
 *
 * <p>W is [out, in]. Rows may be chosen: a slice of the weight is cheaper than a slice of the
 * activations, forward and backward.
 *
 * @param <T> number format of the forward pass
 */
public final class Linear<T extends TFloating> {
  private final Ops tf;
  private final Operand<T> weight;

  /**
   * The whole of a weight.
   *
   * @param name published name, such as {@code lm_head.weight}
   */
  public Linear(Computation<T> c, String name) {
    this(c.tf(), c.weight(name));
  }

  private Linear(Ops tf, Operand<T> weight) {
    this.tf = tf;
    this.weight = weight;
  }

  /** The part of this layer that yields output values {@code from} … {@code from + count} − 1. */
  public Linear<T> outputs(int from, int count) {
    return new Linear<>(tf, Slices.take(tf, weight, 0, from, count));
  }

  /** W as it is used, [out, in]. */
  Operand<T> weight() {
    return weight;
  }

  /** Output values. */
  public int outputCount() {
    return Math.toIntExact(weight.shape().get(0));
  }

  /** This layer with its weight times a constant that broadcasts to [out, in]. */
  Linear<T> scaled(Operand<T> factor) {
    return new Linear<>(tf, tf.math.mul(weight, factor));
  }

  /** [..., in] → [..., out]. */
  public Operand<T> apply(Operand<T> x) {
    Shape shape = x.shape();
    long in = shape.get(-1);
    Operand<T> rows = tf.reshape(x, tf.constant(new long[] {shape.size() / in, in}));
    Operand<T> product = tf.linalg.matMul(rows, weight, MatMul.transposeB(true));
    long[] sizes = shape.asArray();
    sizes[sizes.length - 1] = outputCount();
    return tf.reshape(product, tf.constant(sizes));
  }
}
