package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.BatchMatMul;
import org.tinyrecursive.modeltf.layers.Slices;

/**
 * A frame for every residue, from three successive C1': e1 along the chain, e2 towards the inside
 * of its bend, e3 = e1 × e2. The frames turn with the structure, and a mirror changes e3 against
 * them; what is measured in them is free of position and direction but keeps chirality.
 */
final class ResidueFrames {
  /** Å²; a chain without a bend has no e2, and no gradient that knows no bounds. */
  private static final float SOFT = 0.1f;

  private final Ops tf;
  private final Operand<TFloat32> positions;
  private final Operand<TFloat32> axes;
  private final int length;

  /**
   * @param positions [B, L, 3], L at least 3
   */
  ResidueFrames(Ops tf, Operand<TFloat32> positions) {
    this.tf = tf;
    this.positions = positions;
    length = Math.toIntExact(positions.shape().get(1));
    Operand<TFloat32> before = neighbours(0);
    Operand<TFloat32> middle = neighbours(1);
    Operand<TFloat32> after = neighbours(2);
    Operand<TFloat32> e1 = unit(tf.math.sub(after, before));
    Operand<TFloat32> bend =
        tf.math.sub(tf.math.add(before, after), tf.math.mul(middle, tf.constant(2f)));
    Operand<TFloat32> e2 = unit(tf.math.sub(bend, tf.math.mul(e1, dot(bend, e1))));
    axes = tf.stack(List.of(e1, e2, cross(e1, e2)), Stack.axis(-1L));
  }

  /** Axes as columns, [B, L, 3, 3]: the last index is the axis. */
  Operand<TFloat32> axes() {
    return axes;
  }

  /**
   * Every residue j as seen from residue i: [B, j, i, 3].
   *
   * @param seen positions [B, L, 3], those of the frames in most cases
   */
  Operand<TFloat32> local(Operand<TFloat32> seen) {
    long rows = positions.shape().get(0);
    // One product for all frames: (x_j − o_i)·E_i = x_j·E_i − o_i·E_i.
    Operand<TFloat32> wide =
        tf.reshape(
            tf.linalg.transpose(axes, tf.constant(new int[] {0, 2, 1, 3})),
            tf.constant(new long[] {rows, 3, 3L * length}));
    Operand<TFloat32> turned =
        tf.reshape(
            BatchMatMul.multiply(tf, seen, wide),
            tf.constant(new long[] {rows, length, length, 3}));
    Operand<TFloat32> origins =
        tf.reduceSum(
            tf.math.mul(tf.reshape(positions, tf.constant(new long[] {rows, length, 3, 1})), axes),
            tf.constant(2));
    return tf.math.sub(turned, tf.expandDims(origins, tf.constant(1)));
  }

  /** Positions moved by so much along the axes of their frames: all [B, L, 3]. */
  Operand<TFloat32> move(Operand<TFloat32> shift) {
    Operand<TFloat32> turned =
        tf.reduceSum(tf.math.mul(axes, tf.expandDims(shift, tf.constant(2))), tf.constant(3));
    return tf.math.add(positions, turned);
  }

  /** Positions i − 1 + which of each residue's triple; the ends share their neighbours' triple. */
  private Operand<TFloat32> neighbours(int which) {
    Operand<TFloat32> first = Slices.take(tf, positions, 1, which, 1);
    Operand<TFloat32> inner = Slices.take(tf, positions, 1, which, length - 2);
    Operand<TFloat32> last = Slices.take(tf, positions, 1, length - 3 + which, 1);
    return tf.concat(List.of(first, inner, last), tf.constant(1));
  }

  private Operand<TFloat32> dot(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.reduceSum(tf.math.mul(a, b), tf.constant(2), ReduceSum.keepDims(true));
  }

  private Operand<TFloat32> unit(Operand<TFloat32> v) {
    return tf.math.mul(v, tf.math.rsqrt(tf.math.add(dot(v, v), tf.constant(SOFT))));
  }

  /** TensorFlow's own has no gradient here. */
  private Operand<TFloat32> cross(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.sub(
        tf.math.mul(turned(a, 1), turned(b, 2)), tf.math.mul(turned(a, 2), turned(b, 1)));
  }

  /** Components c + by, cyclic. */
  private Operand<TFloat32> turned(Operand<TFloat32> v, int by) {
    return tf.concat(
        List.of(Slices.take(tf, v, 2, by, 3 - by), Slices.take(tf, v, 2, 0, by)), tf.constant(2));
  }
}
