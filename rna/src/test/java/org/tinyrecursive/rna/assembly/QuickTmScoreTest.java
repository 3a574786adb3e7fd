package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tinyrecursive.rna.assembly.RandomWalks.shaken;
import static org.tinyrecursive.rna.assembly.RandomWalks.turned;
import static org.tinyrecursive.rna.assembly.RandomWalks.walk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;

class QuickTmScoreTest {
  private static final int LENGTH = 80;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8, 31, LENGTH})
  void isOneForAModelThatWasTurned(int length) {
    double[] model = walk(length, 1);
    assertThat(new QuickTmScore(length).score(turned(model), model)).isCloseTo(1, within(1e-9));
  }

  @Test
  void findsTheQuarterThatTwoModelsShare() {
    double[] a = walk(LENGTH, 2);
    double[] b = walk(LENGTH, 3);
    System.arraycopy(a, 3 * LENGTH / 4, b, 3 * LENGTH / 4, 3 * LENGTH / 4);
    assertThat(new QuickTmScore(LENGTH).score(turned(a), b)).isGreaterThan(0.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 3, 6})
  void isNearlyTheScoreOfTheThoroughSearch(double noise) {
    double[] a = walk(LENGTH, 4);
    double[] b = turned(shaken(a, noise, 5));
    double thorough =
        TmMode.FIXED
            .score(new Sequence("A".repeat(LENGTH)), Coordinates.of(a), Coordinates.of(b))
            .value();
    assertThat(new QuickTmScore(LENGTH).score(a, b)).isBetween(thorough - 0.02, thorough + 1e-3);
  }

  @Test
  void theMotionGivesTheScore() {
    double[] a = walk(LENGTH, 6);
    double[] b = turned(shaken(a, 2, 7));
    QuickTmScore scores = new QuickTmScore(LENGTH);
    QuickTmScore.Superposition found = scores.superpose(a, b);
    double[] laid = found.motion().move(a);
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += 1 / (1 + Points.squared(laid, i, b, i) / (scores.d0() * scores.d0()));
    }
    assertThat(sum / LENGTH).isCloseTo(found.score(), within(1e-9));
  }
}
