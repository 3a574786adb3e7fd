package org.tinyrecursive.rna.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.Sequence;

class TargetScoreTest {
  private static final Sequence LETTERS = new Sequence("GGCAUCGGAUCCGAUUGCCA");

  @Test
  void aTargetWithoutAGuessScoresZero() {
    TargetScore score = TargetScore.of(references(walk(1)), List.of());
    assertThat(score.best(TmMode.ALIGNED)).isZero();
    assertThat(score.first(TmMode.FIXED)).isZero();
    assertThat(score.bestGuess(TmMode.FIXED)).isZero();
    assertThat(score.pairwiseTmScore()).isNaN();
    assertThat(score.residues()).isEqualTo(20);
  }

  @Test
  void theBestGuessIsCountedAndTheFirstOneTold() {
    Coordinates right = walk(1);
    TargetScore score = TargetScore.of(references(right), List.of(walk(2), right, walk(3)));
    assertThat(score.bestGuess(TmMode.FIXED)).isEqualTo(2);
    assertThat(score.best(TmMode.FIXED)).isCloseTo(1, within(1e-6));
    assertThat(score.first(TmMode.FIXED)).isLessThan(0.9);
    assertThat(score.guesses().get(1).rmsd()).isCloseTo(0, within(1e-6));
    assertThat(score.guesses().get(1).lddt()).isCloseTo(1, within(1e-9));
  }

  @Test
  void ofEqualGuessesTheFirstIsTheBest() {
    Coordinates right = walk(1);
    assertThat(TargetScore.of(references(right), List.of(right, right)).bestGuess(TmMode.FIXED))
        .isEqualTo(1);
    assertThat(TargetScore.of(references(right), List.of(right, right)).pairwiseTmScore())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void aGuessIsMeasuredAgainstTheNearestReferenceInAnyOrder() {
    Coordinates first = walk(1);
    Coordinates second = walk(2);
    List<Coordinates> both = new ArrayList<>(List.of(first, second));
    TargetScore score = TargetScore.of(references(first, second), both);
    TargetScore turned = TargetScore.of(references(second, first), both);
    for (int guess = 0; guess < 2; guess++) {
      assertThat(score.guesses().get(guess).reference()).isEqualTo(guess + 1);
      assertThat(turned.guesses().get(guess).reference()).isEqualTo(2 - guess);
      assertThat(turned.guesses().get(guess).tmFixed())
          .isEqualTo(score.guesses().get(guess).tmFixed());
      assertThat(turned.guesses().get(guess).tmAligned())
          .isEqualTo(score.guesses().get(guess).tmAligned());
    }
    assertThat(score.references()).isEqualTo(2);
  }

  @Test
  void residuesAreCountedOfTheReferenceThatHasTheMost() {
    double[] partly = walk(1).toArray();
    for (int i = 0; i < 15; i++) {
      partly[i] = Double.NaN;
    }
    assertThat(
            TargetScore.of(references(Coordinates.of(partly), walk(2)), List.of(walk(3)))
                .resolved())
        .isEqualTo(20);
    assertThat(TargetScore.of(references(Coordinates.of(partly)), List.of(walk(3))).resolved())
        .isEqualTo(15);
  }

  /** Turned and moved, a guess is as good as it was. */
  @Test
  void whereAGuessLiesInSpaceDoesNotMatter() {
    Coordinates guess = walk(2);
    double[] moved = guess.toArray();
    for (int i = 0; i < moved.length; i += 3) {
      double x = moved[i];
      moved[i] = 100 - moved[i + 1];
      moved[i + 1] = x - 30;
      moved[i + 2] += 7;
    }
    GuessScore before = TargetScore.of(references(walk(1)), List.of(guess)).guesses().get(0);
    GuessScore after =
        TargetScore.of(references(walk(1)), List.of(Coordinates.of(moved))).guesses().get(0);
    assertThat(after.tmFixed()).isCloseTo(before.tmFixed(), within(1e-3));
    assertThat(after.lddt()).isCloseTo(before.lddt(), within(1e-9));
    assertThat(after.rmsd()).isCloseTo(before.rmsd(), within(1e-6));
  }

  private static ReferenceStructures references(Coordinates... structures) {
    return new ReferenceStructures("T", LETTERS, List.of(structures));
  }

  private static Coordinates walk(long seed) {
    Random random = new Random(seed);
    double[] xyz = new double[3 * LETTERS.length()];
    for (int i = 3; i < xyz.length; i++) {
      xyz[i] = xyz[i - 3] + 3.4 * random.nextGaussian();
    }
    return Coordinates.of(xyz);
  }
}
