package org.tinyrecursive.modeltf.layers;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;

/**
 * h = norm(h + o(softmax(qkᵀ / √d) v)), not causal, H heads of d = D / H values.
 *
 * <p>The published weight [3D, D] holds queries, then keys, then values.
 *
 * @param <T> number format of the forward pass
 */
final class AttentionMixer<T extends TFloating> implements TokenMixer<T> {
  private final Computation<T> c;
  private final Ops tf;
  private final int heads;
  private final Linear<T> query;
  private final Linear<T> key;
  private final Linear<T> value;
  private final Linear<T> output;
  private final Optional<RotaryEmbedding<T>> rotary;
  private final RmsNorm<T> norm;

  AttentionMixer(Computation<T> c, String name, ModelConfig config, int length) {
    this.c = c;
    tf = c.tf();
    heads = config.numHeads();
    int width = config.hiddenSize();
    Linear<T> qkv = new Linear<>(c, name + ".self_attn.qkv_proj.weight");
    query = qkv.outputs(0, width);
    key = qkv.outputs(width, width);
    value = qkv.outputs(2 * width, width);
    output = new Linear<>(c, name + ".self_attn.o_proj.weight");
    rotary =
        config.posEncodings() == PositionEncoding.ROPE
            ? Optional.of(new RotaryEmbedding<>(c, length, width / heads))
            : Optional.empty();
    norm = new RmsNorm<>(c);
  }

  @Override
  public Operand<T> apply(Operand<T> h) {
    Operand<T> q = toFront(rotate(split(query.apply(h))));
    Operand<T> k = toFront(rotate(split(key.apply(h))));
    Operand<T> v = toFront(split(value.apply(h)));
    double scale = 1 / Math.sqrt((double) q.shape().get(3));
    Operand<T> scores = BatchMatMul.multiplyTransposed(tf, tf.math.mul(q, c.scalar(scale)), k);
    Operand<T> attended = BatchMatMul.multiply(tf, softmax(scores), v);
    Operand<T> merged = tf.reshape(toFront(attended), tf.constant(h.shape().asArray()));
    return norm.apply(tf.math.add(h, output.apply(merged)));
  }

  private Operand<T> rotate(Operand<T> x) {
    return rotary.isPresent() ? rotary.get().apply(x) : x;
  }

  /** [B, L, D] → [B, L, H, d]. */
  private Operand<T> split(Operand<T> x) {
    long[] sizes = x.shape().asArray();
    return tf.reshape(x, tf.constant(new long[] {sizes[0], sizes[1], heads, sizes[2] / heads}));
  }

  /** [B, L, H, d] ↔ [B, H, L, d]. */
  private Operand<T> toFront(Operand<T> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1, 3}));
  }

  private Operand<T> softmax(Operand<T> scores) {
    return c.forward(tf.nn.softmax(c.precise(scores)));
  }
}
