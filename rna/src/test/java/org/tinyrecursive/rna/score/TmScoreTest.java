package org.tinyrecursive.rna.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.random.StableRandom;

class TmScoreTest {
  private static final Coordinates REFERENCE = Helix.bent(80);
  private static final Sequence SEQUENCE = new Sequence("ACGU".repeat(20));

  @ParameterizedTest
  @EnumSource(TmMode.class)
  void theSameStructureElsewhereScoresOne(TmMode mode) {
    for (int seed = 0; seed < 5; seed++) {
      Coordinates moved = Helix.turn(StableRandom.of(seed, 1)).apply(REFERENCE);
      TmScore score = mode.score(SEQUENCE, moved, REFERENCE);
      assertThat(score.value()).isCloseTo(1, within(1e-9));
      assertThat(score.pairs()).isEqualTo(80);
      for (int i = 0; i < 80; i++) {
        assertThat(score.motion().apply(moved.at(i)).distance(REFERENCE.at(i))).isLessThan(1e-6);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TmMode.class)
  void aMirrorImageDoesNot(TmMode mode) {
    assertThat(mode.score(SEQUENCE, Helix.mirrored(REFERENCE), REFERENCE).value()).isLessThan(0.7);
  }

  @ParameterizedTest
  @EnumSource(TmMode.class)
  void turningAPredictionChangesNothing(TmMode mode) {
    Coordinates shaken = Helix.shaken(REFERENCE, 3, StableRandom.of(7));
    double score = mode.score(SEQUENCE, shaken, REFERENCE).value();
    Coordinates turned = Helix.turn(StableRandom.of(8)).apply(shaken);
    assertThat(mode.score(SEQUENCE, turned, REFERENCE).value()).isCloseTo(score, within(1e-6));
    assertThat(score).isBetween(0.2, 0.9);
  }

  @ParameterizedTest
  @EnumSource(TmMode.class)
  void missingResiduesOfTheReferenceAreNotAskedFor(TmMode mode) {
    Coordinates partial = Helix.without(REFERENCE, 20, 30);
    assertThat(mode.score(SEQUENCE, REFERENCE, partial).value()).isCloseTo(1, within(1e-9));
    assertThat(mode.score(SEQUENCE, partial, REFERENCE).value())
        .as("those of the prediction are")
        .isCloseTo(70 / 80.0, within(0.02));
  }

  @Test
  void onlyTheAlignedModeFindsAShiftedCopy() {
    double[] shifted = REFERENCE.toArray();
    System.arraycopy(shifted, 0, shifted, 15, shifted.length - 15);
    Coordinates prediction = Coordinates.of(shifted);
    assertThat(TmMode.ALIGNED.score(SEQUENCE, prediction, REFERENCE).value()).isGreaterThan(0.9);
    assertThat(TmMode.FIXED.score(SEQUENCE, prediction, REFERENCE).value()).isLessThan(0.7);
  }

  @ParameterizedTest
  @CsvSource({
    "11, 0.3",
    "12, 0.4",
    "15, 0.4",
    "16, 0.5",
    "20, 0.6",
    "24, 0.7",
    "29, 0.7",
    "30, 0.758834",
    "100, 3.484981"
  })
  void theScaleIsThatOfRna(int length, double d0) {
    assertThat(TmScale.ofRna(length).d0()).isCloseTo(d0, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(TmMode.class)
  void degenerateStructuresHaveAScore(TmMode mode) {
    for (int length : new int[] {1, 2, 3, 4, 5, 9}) {
      Sequence sequence = new Sequence("A".repeat(length));
      Coordinates reference = Helix.bent(length);
      Coordinates point = Coordinates.of(new double[3 * length]);
      assertThat(mode.score(sequence, point, reference).value()).isBetween(0.0, 1.0);
      assertThat(mode.score(sequence, reference, point).value()).isBetween(0.0, 1.0);
      assertThat(mode.score(sequence, Coordinates.missing(length), reference).value()).isZero();
      assertThat(mode.score(sequence, reference, reference).value()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void structuresOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> TmMode.FIXED.score(SEQUENCE, Helix.bent(79), REFERENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prediction of 79 residues, reference of 80");
  }
}
