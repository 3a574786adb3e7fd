package org.tinyrecursive.modeltf.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.layers.Linear;
import org.tinyrecursive.modeltf.layers.Slices;

/**
 * One supervision step of the Tiny Recursive Model (arXiv 2510.04871, figure 1): embed, refine the
 * latents, read the answer. The variants differ in how they refine.
 *
 * @param <T> number format of the forward pass
 */
public final class TinyRecursiveModel<T extends TFloating> {
  private final Computation<T> c;
  private final Ops tf;
  private final ModelConfig config;
  private final InputEmbedding<T> embedding;
  private final Recursion<T> recursion;
  private final Linear<T> lmHead;

  /**
   * @param c where operations and weights come from
   * @param config architecture
   * @param data sizes that come from the data
   */
  public TinyRecursiveModel(Computation<T> c, ModelConfig config, DataShape data) {
    this.c = c;
    this.tf = c.tf();
    this.config = config;
    embedding = new InputEmbedding<>(c, config, data);
    int length = config.prefixLength() + data.seqLen();
    recursion = Recursion.create(c, config, length);
    lmHead = new Linear<>(c, "lm_head.weight");
  }

  /**
   * Refines the carry and reads the answer.
   *
   * @param carry [B, L, D] each
   * @param inputs [B, S] tokens
   * @param puzzleRows [B, puzzle_emb_ndim]; ignored where puzzles have no embedding
   */
  public ForwardOutput<T> forward(
      Latents<T> carry, Operand<TInt32> inputs, Operand<TFloat32> puzzleRows) {
    Operand<T> x = embedding.apply(inputs, puzzleRows);
    Latents<T> z = recursion.refine(carry, x);
    Operand<T> answer = Recursion.answer(z);
    Operand<TFloat32> q = halting(answer);
    return new ForwardOutput<>(x, z, logits(answer), column(q, 0), column(q, 1));
  }

  /** Whether a parameter belongs to the heads, which read the answer. */
  public static boolean isHead(String parameter) {
    return parameter.startsWith("lm_head.") || parameter.startsWith("q_head.");
  }

  /** Linear(z_H) without the prefix positions. */
  private Operand<T> logits(Operand<T> zH) {
    int prefix = config.prefixLength();
    int answers = Math.toIntExact(zH.shape().get(1)) - prefix;
    return lmHead.apply(Slices.take(tf, zH, 1, prefix, answers));
  }

  /** Linear with bias of the first position: [B, 2], q_halt and q_continue. */
  private Operand<TFloat32> halting(Operand<T> zH) {
    long[] shape = zH.shape().asArray();
    Operand<T> first =
        tf.reshape(Slices.take(tf, zH, 1, 0, 1), tf.constant(new long[] {shape[0], shape[2]}));
    Operand<T> product =
        tf.linalg.matMul(first, c.weight("q_head.weight"), MatMul.transposeB(true));
    return c.precise(tf.math.add(product, c.weight("q_head.bias")));
  }

  private Operand<TFloat32> column(Operand<TFloat32> q, int index) {
    return tf.reshape(Slices.take(tf, q, 1, index, 1), tf.constant(new long[] {q.shape().get(0)}));
  }
}
