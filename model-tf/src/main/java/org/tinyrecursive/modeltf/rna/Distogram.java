package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.Linear;

/** Which of {@value #BINS} distances two residues have: below 4, 4–8 … 36–40, above 40 Å. */
final class Distogram {
  static final int BINS = 11;

  private static final float BIN_WIDTH = 4;

  private final Ops tf;
  private final Linear<TFloat32> left;
  private final Linear<TFloat32> right;
  private final Linear<TFloat32> out;
  private final Linear<TFloat32> pair;

  Distogram(Computation<TFloat32> c) {
    tf = c.tf();
    left = new Linear<>(c, "distogram.left.weight");
    right = new Linear<>(c, "distogram.right.weight");
    out = new Linear<>(c, "distogram.out.weight");
    pair = new Linear<>(c, "distogram.pair.weight");
  }

  /**
   * W·relu(A·z_i + B·z_j) + P·f_ij.
   *
   * @param z [B, L, D]
   * @param pairs features [B, L, L, F]
   * @return logits [B, L, L, {@value #BINS}]
   */
  Operand<TFloat32> logits(Operand<TFloat32> z, Operand<TFloat32> pairs) {
    Operand<TFloat32> both =
        tf.math.add(
            tf.expandDims(left.apply(z), tf.constant(2)),
            tf.expandDims(right.apply(z), tf.constant(1)));
    return tf.math.add(out.apply(tf.nn.relu(both)), pair.apply(pairs));
  }

  /**
   * −log p of the known distance, [B, L, L].
   *
   * @param known distances, Å, [B, L, L, 1]
   */
  static Operand<TFloat32> loss(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> known) {
    Operand<TFloat32> bin =
        tf.math.minimum(
            tf.math.floor(tf.math.mul(known, tf.constant(1 / BIN_WIDTH))),
            tf.constant((float) (BINS - 1)));
    Operand<TFloat32> wanted =
        tf.oneHot(
            tf.dtypes.cast(tf.squeeze(bin, Squeeze.axis(List.of(3L))), TInt32.class),
            tf.constant(BINS),
            tf.constant(1f),
            tf.constant(0f),
            OneHot.axis(-1L));
    return tf.math.neg(tf.reduceSum(tf.math.mul(wanted, tf.nn.logSoftmax(logits)), tf.constant(3)));
  }
}
