package org.tinyrecursive.modeltf.rna;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.BatchMatMul;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.Linear;
import org.tinyrecursive.modeltf.layers.RmsNorm;
import org.tinyrecursive.modeltf.layers.SwiGlu;

/**
 * A post-norm block whose attention knows of pairs: their features bias the scores, and are
 * gathered by the same weights as the values (cf. invariant point attention, Jumper et al., 2021):
 *
 * <pre>
 * a = softmax(q·kᵀ/√d + bias);  h = norm(h + o(a·v) + p(Σⱼ a_ij·g_ij));  h = norm(h + SwiGLU(h))
 * </pre>
 */
final class BiasedBlock {
  private final Ops tf;
  private final int heads;
  private final int headSize;
  private final Linear<TFloat32> queries;
  private final Linear<TFloat32> keys;
  private final Linear<TFloat32> values;
  private final Linear<TFloat32> output;
  private final Linear<TFloat32> gathered;
  private final SwiGlu<TFloat32> mlp;
  private final RmsNorm<TFloat32> norm;
  private final Operand<TFloat32> scale;

  /**
   * @param name such as {@code L_level.layers.0}
   */
  BiasedBlock(Computation<TFloat32> c, String name, int width, int heads) {
    tf = c.tf();
    this.heads = heads;
    headSize = width / heads;
    Linear<TFloat32> all = new Linear<>(c, name + ".self_attn.qkv_proj.weight");
    queries = all.outputs(0, width);
    keys = all.outputs(width, width);
    values = all.outputs(2 * width, width);
    output = new Linear<>(c, name + ".self_attn.o_proj.weight");
    gathered = new Linear<>(c, name + ".self_attn.pair_proj.weight");
    mlp = new SwiGlu<>(c, name + ".mlp");
    norm = new RmsNorm<>(c);
    scale = tf.constant((float) (1 / Math.sqrt(headSize)));
  }

  /**
   * The block's output.
   *
   * @param h [B, L, D]
   * @param bias of the scores, padding included, [B, H, L, L]
   * @param geometry [B, L, L, G]
   * @return [B, L, D]
   */
  Operand<TFloat32> apply(Operand<TFloat32> h, Operand<TFloat32> bias, Operand<TFloat32> geometry) {
    Operand<TFloat32> scores =
        BatchMatMul.multiplyTransposed(
            tf, split(tf.math.mul(queries.apply(h), scale)), split(keys.apply(h)));
    Operand<TFloat32> weights = tf.nn.softmax(tf.math.add(scores, bias));
    Operand<TFloat32> attended = BatchMatMul.multiply(tf, weights, split(values.apply(h)));
    Operand<TFloat32> mixed =
        norm.apply(
            tf.math.add(
                h, tf.math.add(output.apply(merge(attended, headSize)), pairs(weights, geometry))));
    return norm.apply(tf.math.add(mixed, mlp.apply(mixed)));
  }

  /** Σⱼ a_ij·g_ij of every head, through one layer. */
  private Operand<TFloat32> pairs(Operand<TFloat32> weights, Operand<TFloat32> geometry) {
    Operand<TFloat32> byResidue = tf.linalg.transpose(weights, tf.constant(new int[] {0, 2, 1, 3}));
    Operand<TFloat32> sums = BatchMatMul.multiply(tf, byResidue, geometry);
    long[] shape = sums.shape().asArray();
    return gathered.apply(
        tf.reshape(sums, tf.constant(new long[] {shape[0], shape[1], shape[2] * shape[3]})));
  }

  /** [B, L, D] → [B, H, L, d]. */
  private Operand<TFloat32> split(Operand<TFloat32> x) {
    long[] sizes = x.shape().asArray();
    return tf.linalg.transpose(
        tf.reshape(x, tf.constant(new long[] {sizes[0], sizes[1], heads, headSize})),
        tf.constant(new int[] {0, 2, 1, 3}));
  }

  /** [B, H, L, d] → [B, L, D]. */
  private Operand<TFloat32> merge(Operand<TFloat32> x, int size) {
    long[] sizes = x.shape().asArray();
    return tf.reshape(
        tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1, 3})),
        tf.constant(new long[] {sizes[0], sizes[2], (long) heads * size}));
  }
}
