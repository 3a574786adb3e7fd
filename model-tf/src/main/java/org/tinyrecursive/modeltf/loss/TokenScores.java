package org.tinyrecursive.modeltf.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.LossKind;

/**
 * How well logits answer labels, row by row.
 *
 * @param predictions [B, S] most likely tokens
 * @param lmLoss [B] mean −log-probability of a row's labelled tokens
 * @param labelled [B] labelled tokens of a row
 * @param accuracy [B] share of labelled tokens that are right
 * @param exact [B] whether every labelled token is right; true where there is none
 */
public record TokenScores(
    Operand<TInt32> predictions,
    Operand<TFloat64> lmLoss,
    Operand<TFloat32> labelled,
    Operand<TFloat32> accuracy,
    Operand<TBool> exact) {

  /**
   * Scores of a batch.
   *
   * @param logits [B, S, V]
   * @param labels [B, S], negative where ignored
   */
  public static TokenScores of(
      Ops tf, LossKind kind, Operand<? extends TFloating> logits, Operand<TInt32> labels) {
    Operand<TInt32> predictions = tf.math.argMax(logits, tf.constant(-1), TInt32.class);
    Operand<TBool> mask = tf.math.greaterEqual(labels, tf.constant(0));
    Operand<TFloat32> labelled = sum(tf, tf.dtypes.cast(mask, TFloat32.class));
    Operand<TFloat32> divisor = tf.math.maximum(labelled, tf.constant(1f));
    Operand<TBool> right = tf.math.logicalAnd(mask, tf.math.equal(predictions, labels));
    Operand<TFloat32> rightCount = sum(tf, tf.dtypes.cast(right, TFloat32.class));

    Operand<TFloat64> logProbabilities = LogProbabilities.of(tf, kind, logits);
    // An index below 0 gives a row of zeros, so ignored tokens add nothing.
    Operand<TFloat64> oneHot =
        tf.oneHot(
            labels, tf.constant((int) logits.shape().get(-1)), tf.constant(1.0), tf.constant(0.0));
    Operand<TFloat64> perRow =
        tf.reduceSum(tf.math.mul(oneHot, logProbabilities), tf.constant(new int[] {1, 2}));
    Operand<TFloat64> lmLoss =
        tf.math.neg(tf.math.div(perRow, tf.dtypes.cast(divisor, TFloat64.class)));
    return new TokenScores(
        predictions,
        lmLoss,
        labelled,
        tf.math.div(rightCount, divisor),
        tf.math.equal(rightCount, labelled));
  }

  private static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> x) {
    return tf.reduceSum(x, tf.constant(-1));
  }
}
