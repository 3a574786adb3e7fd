package org.tinyrecursive.modeltf.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/** Matrix products over leading axes; TensorFlow Java has no wrapper for this version of the op. */
public final class BatchMatMul {
  private BatchMatMul() {}

  /** [..., n, k] · [..., k, m] → [..., n, m]. */
  public static <T extends TNumber> Operand<T> multiply(Ops tf, Operand<T> a, Operand<T> b) {
    return build(tf, a, b, false);
  }

  /** [..., n, k] · [..., m, k]ᵀ → [..., n, m]. */
  public static <T extends TNumber> Operand<T> multiplyTransposed(
      Ops tf, Operand<T> a, Operand<T> b) {
    return build(tf, a, b, true);
  }

  private static <T extends TNumber> Operand<T> build(
      Ops tf, Operand<T> a, Operand<T> b, boolean transposeB) {
    return tf.scope()
        .opBuilder("BatchMatMulV2", "BatchMatMulV2")
        .addInput(a.asOutput())
        .addInput(b.asOutput())
        .setAttr("adj_y", transposeB)
        .build()
        .output(0);
  }
}
