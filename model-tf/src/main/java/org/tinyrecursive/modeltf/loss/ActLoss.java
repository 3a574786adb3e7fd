package org.tinyrecursive.modeltf.loss;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;

/**
 * total = lm + ½ · (q_halt + q_continue), and what is counted beside it.
 *
 * @param total scalar, to be minimized after division by the batch size
 * @param metrics [9]: the components of {@link org.tinyrecursive.modeltf.train.StepMetrics}, in
 *     order
 */
public record ActLoss(Operand<TFloat64> total, Operand<TFloat64> metrics) {

  /**
   * The loss of one supervision step.
   *
   * @param scores of the step's logits
   * @param qHalt [B] logits
   * @param qContinue [B] logits and their targets; absent: no such term
   * @param halted [B] rows that halted in this step
   * @param steps [B] steps made
   * @param supervisionDecay factor of an example's loss from one of its steps to the next
   */
  public static ActLoss of(
      Ops tf,
      TokenScores scores,
      Operand<TFloat32> qHalt,
      Optional<ContinueTarget> qContinue,
      Operand<TBool> halted,
      Operand<TInt32> steps,
      double supervisionDecay) {
    Operand<TFloat64> qHaltRows =
        binaryCrossEntropy(tf, qHalt, tf.dtypes.cast(scores.exact(), TFloat32.class));
    Operand<TFloat64> qContinueRows =
        qContinue
            .map(q -> binaryCrossEntropy(tf, q.logits(), q.targets()))
            .orElse(tf.zerosLike(qHaltRows));
    Operand<TFloat64> rows =
        tf.math.add(
            scores.lmLoss(), tf.math.mul(tf.constant(0.5), tf.math.add(qHaltRows, qContinueRows)));
    Operand<TFloat64> loss = total(tf, weighted(tf, rows, steps, supervisionDecay));

    Operand<TBool> counted =
        tf.math.logicalAnd(halted, tf.math.greater(scores.labelled(), tf.constant(0f)));
    Operand<TFloat32> valid = tf.dtypes.cast(counted, TFloat32.class);
    Operand<TBool> halting = tf.math.greaterEqual(qHalt, tf.constant(0f));
    Operand<TFloat32> exact = tf.dtypes.cast(scores.exact(), TFloat32.class);
    Operand<TFloat32> qHaltRight =
        tf.dtypes.cast(tf.math.equal(halting, scores.exact()), TFloat32.class);
    Operand<TFloat64> metrics =
        tf.stack(
            List.of(
                loss,
                total(tf, scores.lmLoss()),
                total(tf, qHaltRows),
                total(tf, qContinueRows),
                counts(tf, valid, tf.constant(1f)),
                counts(tf, valid, scores.accuracy()),
                counts(tf, valid, exact),
                counts(tf, valid, qHaltRight),
                counts(tf, valid, tf.dtypes.cast(steps, TFloat32.class))));
    return new ActLoss(loss, metrics);
  }

  /** decay^(steps − 1) times each row. */
  private static Operand<TFloat64> weighted(
      Ops tf, Operand<TFloat64> rows, Operand<TInt32> steps, double decay) {
    if (decay == 1) {
      return rows;
    }
    Operand<TFloat64> before = tf.dtypes.cast(tf.math.sub(steps, tf.constant(1)), TFloat64.class);
    return tf.math.mul(rows, tf.math.pow(tf.constant(decay), before));
  }

  /** [B] softplus(x) − z·x, which is the cross-entropy of sigmoid(x) against z. */
  private static Operand<TFloat64> binaryCrossEntropy(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets) {
    Operand<TFloat32> each =
        tf.math.sub(tf.math.softplus(logits), tf.math.mul(tf.stopGradient(targets), logits));
    return tf.dtypes.cast(each, TFloat64.class);
  }

  private static Operand<TFloat64> counts(
      Ops tf, Operand<TFloat32> valid, Operand<TFloat32> values) {
    return total(tf, tf.dtypes.cast(tf.math.mul(valid, values), TFloat64.class));
  }

  private static Operand<TFloat64> total(Ops tf, Operand<TFloat64> rows) {
    return tf.reduceSum(rows, tf.constant(0));
  }

  /**
   * A halting logit with what it should say.
   *
   * @param logits [B]
   * @param targets [B], probabilities
   */
  public record ContinueTarget(Operand<TFloat32> logits, Operand<TFloat32> targets) {}
}
