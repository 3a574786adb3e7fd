package org.tinyrecursive.modeltf.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
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
  private final Linear<T> queriesKeysValues;
  private final Linear<T> output;
  private final Optional<RotaryEmbedding<T>> rotary;
  private final RmsNorm<T> norm;

  AttentionMixer(Computation<T> c, String name, ModelConfig config, int length) {
    this.c = c;
    tf = c.tf();
    heads = config.numHeads();
    int width = config.hiddenSize();
    queriesKeysValues =
        new Linear<>(c, name + ".self_attn.qkv_proj.weight").scaled(queryScale(width));
    output = new Linear<>(c, name + ".self_attn.o_proj.weight");
    rotary =
        config.posEncodings() == PositionEncoding.ROPE
            ? Optional.of(new RotaryEmbedding<>(c, length, width / heads))
            : Optional.empty();
    norm = new RmsNorm<>(c);
  }

  /** [3D, 1]: 1 / √d for the rows of queries, for scaling these costs less than scaling scores. */
  private Operand<T> queryScale(int width) {
    float[] scale = new float[3 * width];
    Arrays.fill(scale, 1);
    Arrays.fill(scale, 0, width, (float) (1 / Math.sqrt((double) width / heads)));
    return c.forward(tf.constant(Shape.of(3L * width, 1), DataBuffers.of(scale)));
  }

  @Override
  public Operand<T> apply(Operand<T> h) {
    List<Output<T>> qkv = tf.unstack(split(queriesKeysValues.apply(h)), 3L).output();
    Operand<T> scores = BatchMatMul.multiplyTransposed(tf, rotate(qkv.get(0)), rotate(qkv.get(1)));
    Operand<T> attended = BatchMatMul.multiply(tf, softmax(scores), qkv.get(2));
    return norm.apply(tf.math.add(h, output.apply(merge(attended, h.shape()))));
  }

  @Override
  public List<Operand<T>> weights() {
    return List.of(queriesKeysValues.weight(), output.weight());
  }

  private Operand<T> rotate(Operand<T> x) {
    return rotary.isPresent() ? rotary.get().apply(x) : x;
  }

  /** [B, L, 3D] → [3, B, H, L, d]. */
  private Operand<T> split(Operand<T> x) {
    long[] sizes = x.shape().asArray();
    long[] split = {sizes[0], sizes[1], 3, heads, sizes[2] / (3L * heads)};
    return tf.linalg.transpose(
        tf.reshape(x, tf.constant(split)), tf.constant(new int[] {2, 0, 3, 1, 4}));
  }

  /** [B, H, L, d] → [B, L, D]. */
  private Operand<T> merge(Operand<T> x, Shape shape) {
    Operand<T> batchFirst = tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1, 3}));
    return tf.reshape(batchFirst, tf.constant(shape.asArray()));
  }

  private Operand<T> softmax(Operand<T> scores) {
    return c.forward(tf.nn.softmax(c.precise(scores)));
  }
}
