package org.tinyrecursive.modeltf.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.LossKind;

/** From logits to log-probabilities over the last axis, in float64. */
final class LogProbabilities {
  private static final double EPSILON = 1e-30;

  private LogProbabilities() {}

  static Operand<TFloat64> of(Ops tf, LossKind kind, Operand<? extends TFloating> logits) {
    return switch (kind) {
      case STABLEMAX_CROSS_ENTROPY -> logStablemax(tf, tf.dtypes.cast(logits, TFloat64.class));
      case SOFTMAX_CROSS_ENTROPY ->
          tf.dtypes.cast(tf.nn.logSoftmax(tf.dtypes.cast(logits, TFloat32.class)), TFloat64.class);
    };
  }

  /**
   * log(s / Σs) with s(v) = v + 1 for v ≥ 0 and 1 / (1 − v + ε) below. Written with relu so that
   * each branch is finite for every v: s(v) = relu(v) + 1 / (1 + relu(−v) + ε).
   */
  private static Operand<TFloat64> logStablemax(Ops tf, Operand<TFloat64> v) {
    Operand<TFloat64> one = tf.constant(1.0);
    Operand<TFloat64> negative = tf.nn.relu(tf.math.neg(v));
    Operand<TFloat64> s =
        tf.math.add(
            tf.nn.relu(v), tf.math.div(one, tf.math.add(negative, tf.constant(1 + EPSILON))));
    Operand<TFloat64> sum = tf.reduceSum(s, tf.constant(-1), ReduceSum.keepDims(true));
    return tf.math.log(tf.math.div(s, sum));
  }
}
