package org.tinyrecursive.modeltf.rna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.graph.Compute;

class RefiningModelTest {
  private static final int LENGTH = 20;
  private static final int GUESSES = 3;

  private static RnaEngine untrained;
  private static RnaEngine engine;
  private static double lossBefore;

  @BeforeAll
  static void train() {
    untrained = create();
    engine = create();
    lossBefore = frameLoss(RnaSamples.coil(LENGTH));
    for (int step = 1; step <= 60; step++) {
      engine.step(guesses(labelled(RnaSamples.coil(LENGTH))), step, 0.01);
    }
  }

  private static RnaEngine create() {
    return new RnaEngine(
        RnaSamples.recipe(1, 1, 1, 0.01), RnaModelKind.TRM, GUESSES, new Compute(1));
  }

  @AfterAll
  static void close() {
    untrained.close();
    engine.close();
  }

  private static List<RnaWindow> guesses(RnaExample example) {
    List<RnaWindow> windows = new ArrayList<>();
    for (int code = 0; code < GUESSES; code++) {
      windows.add(RnaSamples.window(example, code));
    }
    return windows;
  }

  private static RnaExample labelled(float[] label) {
    return RnaSamples.example(
        "T",
        label,
        List.of(RnaSamples.start(RnaSamples.shaken(RnaSamples.coil(LENGTH), 0.7, 1), 0.4)));
  }

  private static double frameLoss(float[] label) {
    return engine.losses(guesses(labelled(label))).get("frame_loss");
  }

  @Test
  void aTurnedAndShiftedLabelGivesTheSameLoss() {
    float[] label = RnaSamples.shaken(RnaSamples.coil(LENGTH), 1, 9);
    double loss = engine.losses(guesses(labelled(label))).get("loss");
    double moved = engine.losses(guesses(labelled(RnaSamples.moved(label)))).get("loss");
    assertThat(moved).isCloseTo(loss, within(1e-5));
  }

  @Test
  void aMirroredLabelGivesAnotherLoss() {
    float[] label = RnaSamples.coil(LENGTH);
    assertThat(frameLoss(RnaSamples.mirrored(label))).isGreaterThan(frameLoss(label) + 0.1);
  }

  @Test
  void residuesWithoutAKnownPositionTakeNoPart() {
    float[] label = RnaSamples.coil(LENGTH);
    float[] partly = label.clone();
    for (int i = 0; i < 6; i++) {
      partly[i] = Float.NaN;
    }
    assertThat(frameLoss(partly)).isFinite().isNotEqualTo(frameLoss(label));
  }

  @Test
  void anUntrainedModelLeavesAStartWhereItIs() {
    RnaExample example = labelled(RnaSamples.coil(LENGTH));
    RnaGuess guess = untrained.predict(List.of(RnaSamples.window(example, 0))).get(0);
    float[] start = example.starts().get(0).xyz();
    float shift = guess.xyz()[0] - start[0];
    for (int i = 0; i < start.length; i += 3) {
      assertThat(guess.xyz()[i] - start[i]).isCloseTo(shift, within(1e-4f));
    }
    assertThat(guess.quality()).isEqualTo(0.5f);
  }

  @Test
  void turnedStartsGiveTurnedResults() {
    float[] start = RnaSamples.shaken(RnaSamples.coil(LENGTH), 0.7, 1);
    float[] plain = predict(start);
    float[] turned = predict(RnaSamples.moved(start));
    float[] expected = RnaSamples.moved(plain);
    assertThat(plain).isNotEqualTo(start);
    // Both are centred: compare distances, and one volume for the sense of the turn.
    for (int i = 0; i < LENGTH; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(turned, i, j)).isCloseTo(distance(expected, i, j), within(1e-2));
      }
    }
    assertThat(volume(turned)).isCloseTo(volume(plain), within(Math.abs(volume(plain)) / 50));
  }

  @Test
  void guessesOfOneStartDiffer() {
    RnaExample example = labelled(RnaSamples.coil(LENGTH));
    List<RnaGuess> all = engine.predict(guesses(example));
    assertThat(all.get(0).xyz()).isNotEqualTo(all.get(1).xyz());
    assertThat(all.get(1).xyz()).isNotEqualTo(all.get(2).xyz());
  }

  @Test
  void paddingChangesNothing() {
    RnaExample shorter = labelled(RnaSamples.coil(LENGTH));
    RnaExample longer = RnaSamples.coilExample("L", 40);
    float[] alone = engine.predict(List.of(RnaSamples.window(shorter, 0))).get(0).xyz();
    List<RnaWindow> both = List.of(RnaSamples.window(shorter, 0), RnaSamples.window(longer, 0));
    float[] padded = engine.predict(both).get(0).xyz();
    for (int i = 0; i < alone.length; i++) {
      assertThat(padded[i]).isCloseTo(alone[i], within(1e-3f));
    }
  }

  @Test
  void trainingMakesTheLossSmaller() {
    assertThat(frameLoss(RnaSamples.coil(LENGTH))).isLessThan(0.8 * lossBefore);
  }

  private float[] predict(float[] start) {
    RnaExample example =
        RnaSamples.example("T", new float[0], List.of(RnaSamples.start(start, Double.NaN)));
    return engine.predict(List.of(RnaSamples.window(example, 0))).get(0).xyz();
  }

  private static double distance(float[] xyz, int i, int j) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      double d = xyz[3 * i + a] - xyz[3 * j + a];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  /** Of residues 0, 4, 8, 14. */
  private static double volume(float[] p) {
    double[][] v = new double[3][3];
    int[] others = {4, 8, 14};
    for (int k = 0; k < 3; k++) {
      for (int a = 0; a < 3; a++) {
        v[k][a] = p[3 * others[k] + a] - p[a];
      }
    }
    return v[0][0] * (v[1][1] * v[2][2] - v[1][2] * v[2][1])
        - v[0][1] * (v[1][0] * v[2][2] - v[1][2] * v[2][0])
        + v[0][2] * (v[1][0] * v[2][1] - v[1][1] * v[2][0]);
  }
}
