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
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;

/** Attention over six tokens of width eight, with two heads. */
class AttentionMixerTest {
  private static final int TOKENS = 6;
  private static final int WIDTH = 8;
  private static final int HEADS = 2;
  private static final int HEAD = WIDTH / HEADS;
  private static final double DEVIATION = 1 / Math.sqrt(WIDTH);

  private final Map<String, Operand<TFloat32>> weights = new HashMap<>();
  private final float[] qkv = gaussians(3 * WIDTH * WIDTH, 1, DEVIATION);
  private final float[] out = gaussians(WIDTH * WIDTH, 2, DEVIATION);
  private EagerSession session;
  private Ops tf;

  @BeforeEach
  void openSession() {
    session = EagerSession.create();
    tf = Ops.create(session);
    weights.put("b.self_attn.qkv_proj.weight", tensor(tf, qkv, 3 * WIDTH, WIDTH));
    weights.put("b.self_attn.o_proj.weight", tensor(tf, out, WIDTH, WIDTH));
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private float[] mix(PositionEncoding positions, float[] h) {
    ModelConfig config =
        new ModelConfig(
            WIDTH,
            HEADS,
            4,
            1,
            1,
            1,
            false,
            positions,
            0,
            0,
            1,
            0,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY);
    Computation<TFloat32> c = new Computation<>(tf, TFloat32.class, weights::get);
    int rows = h.length / (TOKENS * WIDTH);
    return values(
        new AttentionMixer<>(c, "b", config, TOKENS).apply(tensor(tf, h, rows, TOKENS, WIDTH)));
  }

  @Test
  void itIsTheFormulaWithTheHeadsOneAfterTheOther() {
    float[] h = gaussians(TOKENS * WIDTH, 3, DEVIATION);

    float[] found = mix(PositionEncoding.NONE, h);

    for (int token = 0; token < TOKENS; token++) {
      double[] attended = new double[WIDTH];
      for (int head = 0; head < HEADS; head++) {
        double[] share = new double[TOKENS];
        double sum = 0;
        for (int other = 0; other < TOKENS; other++) {
          double score = 0;
          for (int i = head * HEAD; i < (head + 1) * HEAD; i++) {
            score += project(h, token, i) * project(h, other, WIDTH + i);
          }
          share[other] = Math.exp(score / Math.sqrt(HEAD));
          sum += share[other];
        }
        for (int i = head * HEAD; i < (head + 1) * HEAD; i++) {
          for (int other = 0; other < TOKENS; other++) {
            attended[i] += share[other] / sum * project(h, other, 2 * WIDTH + i);
          }
        }
      }
      double[] mixed = new double[WIDTH];
      double square = 0;
      for (int i = 0; i < WIDTH; i++) {
        mixed[i] = h[token * WIDTH + i];
        for (int j = 0; j < WIDTH; j++) {
          mixed[i] += out[i * WIDTH + j] * attended[j];
        }
        square += mixed[i] * mixed[i] / WIDTH;
      }
      for (int i = 0; i < WIDTH; i++) {
        assertThat((double) found[token * WIDTH + i])
            .isCloseTo(mixed[i] / Math.sqrt(square + 1e-5), within(1e-4));
      }
    }
  }

  /** Output {@code row} of the projection of a token. */
  private double project(float[] h, int token, int row) {
    double sum = 0;
    for (int i = 0; i < WIDTH; i++) {
      sum += qkv[row * WIDTH + i] * h[token * WIDTH + i];
    }
    return sum;
  }

  @Test
  void withoutPositionsTokensInAnotherOrderGiveTheSameInThatOrder() {
    float[] h = gaussians(TOKENS * WIDTH, 4, DEVIATION);

    assertThat(turned(mix(PositionEncoding.NONE, h)))
        .containsExactly(mix(PositionEncoding.NONE, turned(h)), within(1e-5f));
    assertThat(
            distance(turned(mix(PositionEncoding.ROPE, h)), mix(PositionEncoding.ROPE, turned(h))))
        .as("with positions the order counts")
        .isGreaterThan(1e-2);
  }

  @Test
  void examplesOfABatchDoNotSeeEachOther() {
    float[] one = gaussians(TOKENS * WIDTH, 5, DEVIATION);
    float[] other = gaussians(TOKENS * WIDTH, 6, DEVIATION);

    float[] both = mix(PositionEncoding.ROPE, joined(one, other));

    assertThat(both)
        .containsExactly(
            joined(mix(PositionEncoding.ROPE, one), mix(PositionEncoding.ROPE, other)),
            within(1e-5f));
  }

  /** The first token moved to the end. */
  private static float[] turned(float[] h) {
    float[] turned = new float[h.length];
    for (int i = 0; i < h.length; i++) {
      turned[i] = h[(i + WIDTH) % h.length];
    }
    return turned;
  }

  private static double distance(float[] a, float[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  private static float[] joined(float[] a, float[] b) {
    float[] joined = new float[a.length + b.length];
    System.arraycopy(a, 0, joined, 0, a.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
