package org.tinyrecursive.modeltf.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RnaSamplerTest {
  private static final int LONGEST = 12;

  /** Targets of 5 to 24 residues, each with one start of a template and three of ideal geometry. */
  private static List<RnaExample> targets(int count) {
    List<RnaExample> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 5 + i % 20;
      float[] xyz = new float[3 * length];
      List<RnaStart> starts = new ArrayList<>();
      starts.add(new RnaStart(RnaStart.Kind.TEMPLATE, 1, 1, 1, xyz));
      for (int k = 0; k < 3; k++) {
        starts.add(new RnaStart(RnaStart.Kind.IDEAL, 0, 0, 0, xyz));
      }
      targets.add(
          new RnaExample(
              "t" + i,
              new byte[length],
              new int[length],
              new int[length],
              new float[0],
              List.of(),
              starts,
              xyz));
    }
    return targets;
  }

  private static RnaSampler sampler(List<RnaExample> targets, long seed) {
    return new RnaSampler(targets, 4, LONGEST, 2, seed);
  }

  private static List<String> ids(List<RnaWindow> windows) {
    return windows.stream().map(w -> w.example().id() + ":" + w.from() + "/" + w.code()).toList();
  }

  @Test
  void everyEpochVisitsEveryTargetOnceInAnOrderOfItsOwn() {
    RnaSampler sampler = sampler(targets(40), 7);
    List<List<String>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<String> seen = new ArrayList<>();
      for (long step = 1; step <= sampler.stepsPerEpoch(); step++) {
        sampler.windows(epoch * sampler.stepsPerEpoch() + step).stream()
            .filter(window -> window.code() == 0)
            .forEach(window -> seen.add(window.example().id()));
      }
      assertThat(seen).hasSize(40).doesNotHaveDuplicates();
      epochs.add(seen);
    }
    assertThat(new HashSet<>(epochs)).hasSize(3);
  }

  @Test
  void aStepIsAFunctionOfSeedAndNumberAlone() {
    List<RnaExample> targets = targets(40);
    RnaSampler forward = sampler(targets, 7);
    List<List<String>> all = new ArrayList<>();
    for (long step = 1; step <= 25; step++) {
      all.add(ids(forward.windows(step)));
    }
    RnaSampler backward = sampler(targets, 7);
    for (int step = 25; step >= 1; step--) {
      assertThat(ids(backward.windows(step))).isEqualTo(all.get(step - 1));
    }
    assertThat(ids(sampler(targets, 8).windows(1))).isNotEqualTo(all.get(0));
  }

  @Test
  void windowsLieInTheirTargetAreNoLongerThanAskedForAndBeginAnywhere() {
    RnaSampler sampler = sampler(targets(40), 7);
    Set<Integer> begins = new HashSet<>();
    for (long step = 1; step <= 400; step++) {
      for (RnaWindow window : sampler.windows(step)) {
        int length = window.example().length();
        assertThat(window.to() - window.from()).isEqualTo(Math.min(length, LONGEST));
        assertThat(window.from()).isNotNegative();
        assertThat(window.to()).isLessThanOrEqualTo(length);
        if (length == 24) {
          begins.add(window.from());
        }
      }
    }
    assertThat(begins).as("of 24 residues, 12 at a time").hasSize(13);
  }

  @Test
  void guessesOfATargetShareItsWindowAndStart() {
    List<RnaWindow> windows = sampler(targets(40), 7).windows(3);

    assertThat(windows).hasSize(8);
    for (int i = 0; i < windows.size(); i += 2) {
      assertThat(windows.get(i).code()).isZero();
      assertThat(windows.get(i + 1))
          .isEqualTo(
              new RnaWindow(
                  windows.get(i).example(),
                  windows.get(i).start(),
                  windows.get(i).from(),
                  windows.get(i).to(),
                  1));
    }
  }

  @Test
  void aKindOfStartIsAsLikelyAsAnotherHoweverManyThereAre() {
    RnaSampler sampler = sampler(targets(40), 7);
    int templates = 0;
    int all = 0;
    for (long step = 1; step <= 500; step++) {
      for (RnaWindow window : sampler.windows(step)) {
        templates += window.start().kind() == RnaStart.Kind.TEMPLATE ? 1 : 0;
        all++;
      }
    }
    assertThat((double) templates / all).isBetween(0.45, 0.55);
  }

  @Test
  void fewerTargetsThanABatchMakeASmallerBatch() {
    RnaSampler sampler = sampler(targets(3), 7);

    assertThat(sampler.stepsPerEpoch()).isOne();
    assertThat(sampler.windows(5)).hasSize(6);
  }
}
