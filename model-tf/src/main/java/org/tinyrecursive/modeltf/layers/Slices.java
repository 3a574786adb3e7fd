package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** Parts of a tensor along one axis, with indices that TensorFlow's C++ gradient accepts. */
public final class Slices {
  private Slices() {}

  /** Entries {@code from} … {@code from + count} − 1 along {@code axis} of a static shape. */
  public static <T extends TType> Operand<T> take(
      Ops tf, Operand<T> x, int axis, int from, int count) {
    long[] shape = x.shape().asArray();
    int[] begin = new int[shape.length];
    int[] size = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      size[i] = Math.toIntExact(shape[i]);
    }
    begin[axis] = from;
    size[axis] = count;
    // The gradient of int64 indices does not build.
    return tf.slice(x, tf.constant(begin), tf.constant(size));
  }
}
