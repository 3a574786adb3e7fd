package org.tinyrecursive.modeltf.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.layers.Computation;

/**
 * x = √D · concat(prefix, token_embedding(inputs)), where the prefix is the puzzle's embedding;
 * learned positions, where chosen, are added first: 0.707106781 · (e + pos).
 *
 * @param <T> number format of the forward pass
 */
final class InputEmbedding<T extends TFloating> {
  private static final double HALF_SQRT = 0.707106781;

  private final Computation<T> c;
  private final ModelConfig config;
  private final DataShape data;

  InputEmbedding(Computation<T> c, ModelConfig config, DataShape data) {
    this.c = c;
    this.config = config;
    this.data = data;
  }

  /**
   * The input of the recursion.
   *
   * @param inputs [B, S] tokens
   * @param puzzleRows [B, puzzle_emb_ndim]; ignored where puzzles have no embedding
   * @return [B, L, D]
   */
  Operand<T> apply(Operand<TInt32> inputs, Operand<TFloat32> puzzleRows) {
    Ops tf = c.tf();
    Operand<T> embedded = tokens(inputs);
    if (config.hasPuzzleEmbedding()) {
      embedded = tf.concat(List.of(prefix(puzzleRows), embedded), tf.constant(1));
    }
    if (config.posEncodings() == PositionEncoding.LEARNED) {
      Operand<T> positions = c.weight("embed_pos.embedding_weight");
      embedded = tf.math.mul(c.scalar(HALF_SQRT), tf.math.add(embedded, positions));
    }
    return tf.math.mul(c.scalar(Math.sqrt(config.hiddenSize())), embedded);
  }

  /** One-hot times table: vocabularies are tiny, and its gradient is a matrix product too. */
  private Operand<T> tokens(Operand<TInt32> inputs) {
    Ops tf = c.tf();
    long rows = inputs.shape().size();
    Operand<T> oneHot =
        tf.oneHot(
            tf.reshape(inputs, tf.constant(new long[] {rows})),
            tf.constant(data.vocabSize()),
            c.scalar(1),
            c.scalar(0));
    Operand<T> embedded = tf.linalg.matMul(oneHot, c.weight("embed_tokens.embedding_weight"));
    return tf.reshape(
        embedded,
        tf.constant(new long[] {inputs.shape().get(0), data.seqLen(), config.hiddenSize()}));
  }

  /** Zero-padded to P · D and viewed as P positions. */
  private Operand<T> prefix(Operand<TFloat32> puzzleRows) {
    Ops tf = c.tf();
    int positions = config.prefixLength();
    int missing = positions * config.hiddenSize() - config.puzzleEmbNdim();
    Operand<T> rows = c.forward(puzzleRows);
    Operand<T> padded =
        missing == 0
            ? rows
            : tf.pad(rows, tf.constant(new int[][] {{0, 0}, {0, missing}}), c.scalar(0));
    return tf.reshape(
        padded,
        tf.constant(new long[] {puzzleRows.shape().get(0), positions, config.hiddenSize()}));
  }
}
