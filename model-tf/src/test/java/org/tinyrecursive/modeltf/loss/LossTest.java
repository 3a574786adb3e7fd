package org.tinyrecursive.modeltf.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.loss.ActLoss.ContinueTarget;

class LossTest {
  private static final double CLOSE = 1e-6;
  private static final float[][][] LOGITS = {
    {{2, -1, 0.5f}, {0, 3, -2}}, {{1, 1.5f, -4}, {-1, -2, -3}}, {{5, 0, 0}, {0, 5, 0}}
  };
  // Row 0: right, wrong. Row 1: ignored, right. Row 2: nothing labelled.
  private static final int[][] LABELS = {{0, 2}, {-100, 0}, {-100, -100}};

  private EagerSession session;
  private Ops tf;

  @BeforeEach
  void openSession() {
    session = EagerSession.create();
    tf = Ops.create(session);
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void stablemaxLossIsTheMeanOverLabelledTokens() {
    double[] loss = doubles(scores(LossKind.STABLEMAX_CROSS_ENTROPY).lmLoss());

    double first = -Math.log(s(2) / (s(2) + s(-1) + s(0.5)));
    double second = -Math.log(s(-2) / (s(0) + s(3) + s(-2)));
    assertThat(loss[0]).isCloseTo((first + second) / 2, within(CLOSE));
    assertThat(loss[1]).isCloseTo(-Math.log(s(-1) / (s(-1) + s(-2) + s(-3))), within(CLOSE));
    assertThat(loss[2]).isZero();
  }

  @Test
  void softmaxLossIsTheMeanOverLabelledTokens() {
    double[] loss = doubles(scores(LossKind.SOFTMAX_CROSS_ENTROPY).lmLoss());

    double first = -2 + Math.log(Math.exp(2) + Math.exp(-1) + Math.exp(0.5));
    double second = 2 + Math.log(Math.exp(0) + Math.exp(3) + Math.exp(-2));
    assertThat(loss[0]).isCloseTo((first + second) / 2, within(CLOSE));
  }

  @Test
  void aRowWithoutLabelsIsExactAndHasAccuracyZero() {
    TokenScores scores = scores(LossKind.STABLEMAX_CROSS_ENTROPY);

    assertThat(booleans(scores.exact())).containsExactly(false, true, true);
    assertThat(floats(scores.accuracy())).containsExactly(0.5f, 1f, 0f);
    assertThat(floats(scores.labelled())).containsExactly(2f, 1f, 0f);
  }

  @Test
  void laterSupervisionStepsWeighLessWhereAsked() {
    double[] alike = weighted(1, 1, 1, 1);
    double[] decayed = weighted(0.5, 1, 1, 1);
    double[] later = weighted(0.5, 3, 3, 3);

    assertThat(decayed[0]).isEqualTo(alike[0]);
    assertThat(later[0]).isCloseTo(alike[0] / 4, within(CLOSE));
    assertThat(later[1]).as("lm_loss is reported as it is").isEqualTo(alike[1]);
  }

  private double[] weighted(double decay, int... steps) {
    return doubles(
        ActLoss.of(
                tf,
                scores(LossKind.STABLEMAX_CROSS_ENTROPY),
                tf.constant(new float[3]),
                Optional.empty(),
                tf.constant(new boolean[3]),
                tf.constant(steps),
                decay)
            .metrics());
  }

  @Test
  void metricsCountOnlyRowsThatHaltedAndHaveLabels() {
    float[] qHalt = {1, -1, 2};
    double[] metrics =
        doubles(
            ActLoss.of(
                    tf,
                    scores(LossKind.STABLEMAX_CROSS_ENTROPY),
                    tf.constant(qHalt),
                    Optional.empty(),
                    tf.constant(new boolean[] {true, false, true}),
                    tf.constant(new int[] {3, 4, 5}),
                    1)
                .metrics());

    double qLoss = bce(1, 0) + bce(-1, 1) + bce(2, 1);
    assertThat(metrics[2]).as("q_halt_loss").isCloseTo(qLoss, within(CLOSE));
    assertThat(metrics[0]).as("loss").isCloseTo(metrics[1] + 0.5 * qLoss, within(CLOSE));
    assertThat(metrics[3]).as("q_continue_loss").isZero();
    assertThat(metrics[4]).as("count").isEqualTo(1);
    assertThat(metrics[5]).as("accuracy").isEqualTo(0.5);
    assertThat(metrics[6]).as("exact_accuracy").isZero();
    assertThat(metrics[7]).as("q_halt_accuracy: halting though wrong").isZero();
    assertThat(metrics[8]).as("steps").isEqualTo(3);
  }

  @Test
  void theContinueTermIsAddedAtHalfWeight() {
    double[] metrics =
        doubles(
            ActLoss.of(
                    tf,
                    scores(LossKind.STABLEMAX_CROSS_ENTROPY),
                    tf.constant(new float[3]),
                    Optional.of(
                        new ContinueTarget(
                            tf.constant(new float[] {0.5f, -2, 1}),
                            tf.constant(new float[] {0.25f, 0.5f, 1}))),
                    tf.constant(new boolean[3]),
                    tf.constant(new int[3]),
                    1)
                .metrics());

    double expected = bce(0.5, 0.25) + bce(-2, 0.5) + bce(1, 1);
    assertThat(metrics[3]).isCloseTo(expected, within(CLOSE));
    assertThat(metrics[0]).isCloseTo(metrics[1] + 0.5 * (metrics[2] + metrics[3]), within(CLOSE));
  }

  private TokenScores scores(LossKind kind) {
    Operand<TInt32> labels = tf.constant(LABELS);
    return TokenScores.of(tf, kind, tf.constant(LOGITS), labels);
  }

  private static double s(double v) {
    return v >= 0 ? v + 1 : 1 / (1 - v);
  }

  private static double bce(double logit, double target) {
    double p = 1 / (1 + Math.exp(-logit));
    return -target * Math.log(p) - (1 - target) * Math.log(1 - p);
  }

  private static double[] doubles(Operand<TFloat64> operand) {
    double[] values = new double[Math.toIntExact(operand.shape().size())];
    operand.asTensor().asRawTensor().data().asDoubles().read(values);
    return values;
  }

  private static float[] floats(Operand<TFloat32> operand) {
    float[] values = new float[Math.toIntExact(operand.shape().size())];
    operand.asTensor().asRawTensor().data().asFloats().read(values);
    return values;
  }

  private static boolean[] booleans(Operand<TBool> operand) {
    boolean[] values = new boolean[Math.toIntExact(operand.shape().size())];
    operand.asTensor().asRawTensor().data().asBooleans().read(values);
    return values;
  }
}
