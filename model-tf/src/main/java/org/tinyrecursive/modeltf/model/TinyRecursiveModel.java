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
import org.tinyrecursive.modeltf.layers.ReasoningModule;
import org.tinyrecursive.modeltf.layers.Slices;

/**
 * One supervision step of the Tiny Recursive Model (arXiv 2510.04871, figure 1).
 *
 * @param <T> number format of the forward pass
 */
public final class TinyRecursiveModel<T extends TFloating> {
  private final Computation<T> c;
  private final Ops tf;
  private final ModelConfig config;
  private final InputEmbedding<T> embedding;
  private final ReasoningModule<T> f;
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
    f = new ReasoningModule<>(c, "L_level", config, config.lLayers(), length);
    lmHead = new Linear<>(c, "lm_head.weight");
  }

  /**
   * Refines the carry and reads the answer. Gradients flow through the last H cycle only.
   *
   * @param carry [B, L, D] each
   * @param inputs [B, S] tokens
   * @param puzzleRows [B, puzzle_emb_ndim]; ignored where puzzles have no embedding
   */
  public ForwardOutput<T> forward(
      Latents<T> carry, Operand<TInt32> inputs, Operand<TFloat32> puzzleRows) {
    Operand<T> x = embedding.apply(inputs, puzzleRows);
    Latents<T> z = carry;
    for (int i = 1; i < config.hCycles(); i++) {
      z = cycle(z, x);
    }
    z = cycle(z.detach(tf), x);
    Operand<TFloat32> q = halting(z.zH());
    return new ForwardOutput<>(z, logits(z.zH()), column(q, 0), column(q, 1));
  }

  /** { z_L = f(z_L, z_H + x) } × L_cycles; z_H = f(z_H, z_L). */
  private Latents<T> cycle(Latents<T> z, Operand<T> x) {
    Operand<T> zL = z.zL();
    Operand<T> inject = tf.math.add(z.zH(), x);
    for (int i = 0; i < config.lCycles(); i++) {
      zL = f.apply(zL, inject);
    }
    return new Latents<>(f.apply(z.zH(), zL), zL);
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
