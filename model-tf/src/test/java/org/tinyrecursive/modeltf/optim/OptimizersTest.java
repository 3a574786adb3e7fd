package org.tinyrecursive.modeltf.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

class OptimizersTest {
  @Test
  void adamAtan2FollowsItsFormulaOverSeveralSteps() {
    double lr = 0.01;
    double decay = 0.1;
    double[] gradients = {0.5, -0.2, 0.3, 0};
    double p = 0.7;
    double m = 0;
    double v = 0;
    float[] actual = {0.7f, 0, 0};
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      for (int t = 1; t <= gradients.length; t++) {
        double g = gradients[t - 1];
        double c1 = 1 - Math.pow(0.9, t);
        double c2 = 1 - Math.pow(0.95, t);
        p *= 1 - lr * decay;
        m += 0.1 * (g - m);
        v += 0.05 * (g * g - v);
        p -= lr / c1 * Math.atan2(m, Math.sqrt(v) / Math.sqrt(c2));

        DenseOptimizer.Rates rates =
            new DenseOptimizer.Rates(
                tf.constant((float) (1 - lr * decay)),
                tf.constant((float) (lr / c1)),
                tf.constant((float) (1 / Math.sqrt(c2))));
        DenseOptimizer.Update update =
            new AdamAtan2(tf, 0.9, 0.95, rates)
                .update(
                    tf.constant(actual[0]),
                    tf.constant(actual[1]),
                    tf.constant(actual[2]),
                    tf.constant((float) g));
        actual = new float[] {scalar(update.p()), scalar(update.m()), scalar(update.v())};
      }
    }
    assertThat((double) actual[0]).isCloseTo(p, within(1e-6));
    assertThat((double) actual[1]).isCloseTo(m, within(1e-6));
    assertThat((double) actual[2]).isCloseTo(v, within(1e-6));
  }

  @Test
  void adamAtan2LeavesAParameterWithoutGradientToDecayAlone() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      DenseOptimizer.Rates rates =
          new DenseOptimizer.Rates(tf.constant(0.5f), tf.constant(1f), tf.constant(1f));
      Operand<TFloat32> zero = tf.constant(0f);

      DenseOptimizer.Update update =
          new AdamAtan2(tf, 0.9, 0.95, rates).update(tf.constant(2f), zero, zero, zero);

      assertThat(scalar(update.p())).isEqualTo(1f);
    }
  }

  @Test
  void signSgdSumsRepeatedRowsFirstAndTouchesNoOthers() {
    float[][] table = {{1, 1}, {2, 2}, {3, 3}, {4, 4}};
    // Row 2 appears twice: its gradients cancel in the first column, and add in the second.
    float[][] gradients = {{0.5f, 1}, {-0.1f, 0.2f}, {-0.5f, 2}};

    float[] updated = signSgd(table, new int[] {2, 0, 2}, gradients, 0.9f, 0.25f);

    assertThat(updated)
        .containsExactly(
            new float[] {0.9f + 0.25f, 0.9f - 0.25f, 2, 2, 2.7f, 2.7f - 0.25f, 4, 4},
            within(1e-6f));
  }

  private static float[] signSgd(
      float[][] table, int[] ids, float[][] gradients, float decay, float lr) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Shape shape = Shape.of(table.length, table[0].length);
      Operand<?> handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName("table"));
      Op assign = tf.assignVariableOp(handle, tf.constant(table));
      Op update =
          new SignSgd(tf, tf.constant(decay), tf.constant(lr))
              .update(handle, tf.constant(ids), tf.constant(gradients));
      Operand<TFloat32> read = tf.readVariableOp(handle, TFloat32.class);
      try (Session session = new Session(graph)) {
        session.runner().addTarget(assign.op()).run().close();
        session.runner().addTarget(update.op()).run().close();
        try (Result result = session.runner().fetch(read).run()) {
          float[] values = new float[table.length * table[0].length];
          result.get(0).asRawTensor().data().asFloats().read(values);
          return values;
        }
      }
    }
  }

  @Test
  void emaMovesByTheShareThatIsNotKept() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);

      float shadow = scalar(new Ema(tf, 0.9).update(tf.constant(1f), tf.constant(2f)));

      assertThat(shadow).isCloseTo(1.1f, within(1e-6f));
    }
  }

  private static float scalar(Operand<TFloat32> operand) {
    return operand.asTensor().asRawTensor().data().asFloats().getFloat(0);
  }
}
