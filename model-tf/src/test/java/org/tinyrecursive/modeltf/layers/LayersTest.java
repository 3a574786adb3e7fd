package org.tinyrecursive.modeltf.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tinyrecursive.modeltf.layers.EagerTensors.gaussians;
import static org.tinyrecursive.modeltf.layers.EagerTensors.tensor;
import static org.tinyrecursive.modeltf.layers.EagerTensors.values;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Each layer against its formula, written out with loops. */
class LayersTest {
  private static final float CLOSE = 1e-5f;

  private final Map<String, Operand<TFloat32>> weights = new HashMap<>();
  private EagerSession session;
  private Ops tf;
  private Computation<TFloat32> c;

  @BeforeEach
  void openSession() {
    session = EagerSession.create();
    tf = Ops.create(session);
    c = new Computation<>(tf, TFloat32.class, weights::get);
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void linearMultipliesByTheTransposedWeight() {
    float[] w = gaussians(3 * 2, 1, 1);
    float[] x = gaussians(4 * 2, 2, 1);
    weights.put("w", tensor(tf, w, 3, 2));

    float[] y = values(new Linear<>(c, "w").apply(tensor(tf, x, 2, 2, 2)));

    for (int row = 0; row < 4; row++) {
      for (int out = 0; out < 3; out++) {
        float expected = x[2 * row] * w[2 * out] + x[2 * row + 1] * w[2 * out + 1];
        assertThat(y[3 * row + out]).isCloseTo(expected, within(CLOSE));
      }
    }
  }

  @Test
  void chosenOutputsAreTheRowsOfTheWeight() {
    float[] x = gaussians(2 * 3, 3, 1);
    weights.put("w", tensor(tf, gaussians(5 * 3, 4, 1), 5, 3));
    Linear<TFloat32> whole = new Linear<>(c, "w");

    float[] all = values(whole.apply(tensor(tf, x, 2, 3)));
    float[] part = values(whole.outputs(1, 2).apply(tensor(tf, x, 2, 3)));

    assertThat(part).containsExactly(new float[] {all[1], all[2], all[6], all[7]}, within(CLOSE));
  }

  @Test
  void rmsNormMakesTheMeanSquareOne() {
    float[] y = values(new RmsNorm<>(c).apply(tensor(tf, gaussians(3 * 50, 5, 1), 3, 50)));

    for (int row = 0; row < 3; row++) {
      double sum = 0;
      for (int i = 0; i < 50; i++) {
        sum += Math.pow(y[50 * row + i], 2);
      }
      assertThat(sum / 50).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void rmsNormOfZerosIsZero() {
    assertThat(values(new RmsNorm<>(c).apply(tensor(tf, new float[4], 1, 4)))).containsOnly(0f);
  }

  @ParameterizedTest
  @CsvSource({"512, 4, 1536", "97, 4, 512", "32, 4, 256", "128, 2, 256", "96, 4, 256"})
  void innerWidthRoundsUpToMultiplesOf256(int width, double expansion, int expected) {
    assertThat(SwiGlu.innerWidth(width, expansion)).isEqualTo(expected);
  }

  @Test
  void swiGluGatesTheUpProjectionBySilu() {
    float[] gateUp = gaussians(2 * 3 * 2, 6, 1);
    float[] down = gaussians(2 * 3, 7, 1);
    float[] x = {0.3f, -0.7f};
    weights.put("m.gate_up_proj.weight", tensor(tf, gateUp, 6, 2));
    weights.put("m.down_proj.weight", tensor(tf, down, 2, 3));

    float[] y = values(new SwiGlu<>(c, "m").apply(tensor(tf, x, 1, 2)));

    double[] inner = new double[3];
    for (int i = 0; i < 3; i++) {
      double gate = gateUp[2 * i] * x[0] + gateUp[2 * i + 1] * x[1];
      double up = gateUp[6 + 2 * i] * x[0] + gateUp[6 + 2 * i + 1] * x[1];
      inner[i] = gate / (1 + Math.exp(-gate)) * up;
    }
    for (int out = 0; out < 2; out++) {
      double expected =
          down[3 * out] * inner[0] + down[3 * out + 1] * inner[1] + down[3 * out + 2] * inner[2];
      assertThat((double) y[out]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void aScaledLayerYieldsScaledValues() {
    weights.put("w", tensor(tf, gaussians(3 * 2, 14, 1), 3, 2));
    Operand<TFloat32> x = tensor(tf, gaussians(4 * 2, 15, 1), 4, 2);

    float[] scaled = values(new Linear<>(c, "w").scaled(tf.constant(2f)).apply(x));

    float[] whole = values(new Linear<>(c, "w").apply(x));
    for (int i = 0; i < whole.length; i++) {
      assertThat(scaled[i]).isCloseTo(2 * whole[i], within(CLOSE));
    }
  }

  @Test
  void rotationKeepsLengthsAndLeavesPositionZero() {
    int length = 5;
    int head = 4;
    float[] x = gaussians(length * head, 8, 1);

    float[] y =
        values(new RotaryEmbedding<>(c, length, head).apply(tensor(tf, x, 1, 1, length, head)));

    for (int i = 0; i < head; i++) {
      assertThat(y[i]).isCloseTo(x[i], within(CLOSE));
    }
    for (int position = 0; position < length; position++) {
      assertThat(norm(y, position * head, head))
          .isCloseTo(norm(x, position * head, head), within(1e-5));
    }
    // At position 1 the first pair turns by one radian.
    assertThat((double) y[4]).isCloseTo(x[4] * Math.cos(1) - x[6] * Math.sin(1), within(1e-5));
    assertThat((double) y[6]).isCloseTo(x[6] * Math.cos(1) + x[4] * Math.sin(1), within(1e-5));
  }

  @Test
  void rotatedProductsDependOnTheDistanceOnly() {
    int length = 7;
    float[] q = gaussians(4, 9, 1);
    float[] k = gaussians(4, 10, 1);
    float[] qs =
        values(
            new RotaryEmbedding<>(c, length, 4)
                .apply(tensor(tf, repeat(q, length), 1, 1, length, 4)));
    float[] ks =
        values(
            new RotaryEmbedding<>(c, length, 4)
                .apply(tensor(tf, repeat(k, length), 1, 1, length, 4)));

    assertThat(dot(qs, 2, ks, 5)).isCloseTo(dot(qs, 3, ks, 6), within(1e-4));
    assertThat(dot(qs, 2, ks, 5)).isNotCloseTo(dot(qs, 2, ks, 4), within(1e-4));
  }

  private static float[] repeat(float[] values, int times) {
    float[] repeated = new float[values.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = values[i % values.length];
    }
    return repeated;
  }

  private static double dot(float[] a, int rowA, float[] b, int rowB) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += (double) a[4 * rowA + i] * b[4 * rowB + i];
    }
    return sum;
  }

  private static double norm(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
