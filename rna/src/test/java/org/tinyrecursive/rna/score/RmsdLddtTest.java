package org.tinyrecursive.rna.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.random.StableRandom;

class RmsdLddtTest {
  private static final Coordinates REFERENCE = Helix.bent(60);

  @Test
  void aMovedCopyIsPerfect() {
    Coordinates moved = Helix.turn(StableRandom.of(3)).apply(REFERENCE);
    assertThat(Rmsd.of(moved, REFERENCE)).isCloseTo(0, within(1e-6));
    assertThat(Lddt.of(moved, REFERENCE)).isCloseTo(1, within(1e-9));
  }

  @Test
  void rmsdOfTwoPointsIsHalfTheDifferenceOfTheirDistances() {
    Coordinates near = Coordinates.of(new double[] {0, 0, 0, 4, 0, 0});
    Coordinates far = Coordinates.of(new double[] {1, 1, 1, 1, 7, 1});
    assertThat(Rmsd.of(near, far)).isCloseTo(1, within(1e-9));
  }

  @Test
  void rmsdTellsMirrorImagesApartAndLddtDoesNot() {
    Coordinates mirrored = Helix.mirrored(REFERENCE);
    assertThat(Rmsd.of(mirrored, REFERENCE)).isGreaterThan(3);
    assertThat(Lddt.of(mirrored, REFERENCE)).isCloseTo(1, within(1e-9));
  }

  @Test
  void lddtCountsDistancesWithinEachTolerance() {
    Coordinates reference = Coordinates.of(new double[] {0, 0, 0, 10, 0, 0, 100, 0, 0});
    Coordinates prediction = Coordinates.of(new double[] {0, 0, 0, 11.5, 0, 0, 0, 0, 0});
    assertThat(Lddt.of(prediction, reference)).as("1.5 Å: within 2 and 4").isEqualTo(0.5);
  }

  @Test
  void missingResiduesCountAgainstLddtNotAgainstRmsd() {
    Coordinates partial = Helix.without(REFERENCE, 0, 30);
    assertThat(Rmsd.of(partial, REFERENCE)).isCloseTo(0, within(1e-6));
    assertThat(Lddt.of(partial, REFERENCE)).isBetween(0.3, 0.6);
    assertThat(Lddt.of(REFERENCE, partial)).isEqualTo(1);
    assertThat(Rmsd.of(Coordinates.missing(60), REFERENCE)).isNaN();
  }
}
