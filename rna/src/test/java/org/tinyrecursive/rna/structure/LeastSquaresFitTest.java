package org.tinyrecursive.rna.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class LeastSquaresFitTest {
  @Property(tries = 100)
  void recoversAnyMotionOfAnyPoints(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 60) int size) {
    StableRandom random = StableRandom.of(seed);
    Coordinates points = points(size, random);
    RigidMotion motion = LeastSquaresFit.of(points(size, random), points(size, random));
    Coordinates moved = motion.apply(points);
    RigidMotion found = LeastSquaresFit.of(points, moved);
    for (int i = 0; i < size; i++) {
      assertThat(found.apply(points.at(i)).distance(moved.at(i))).isLessThan(1e-7);
    }
  }

  @Property(tries = 100)
  void rotationsAreProperWhateverThePointsAre(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
    StableRandom random = StableRandom.of(seed);
    double[] straight = new double[3 * size];
    for (int i = 0; i < size; i++) {
      straight[3 * i] = i;
    }
    assertProper(LeastSquaresFit.of(points(size, random), points(size, random)));
    assertProper(LeastSquaresFit.of(Coordinates.of(straight), points(size, random)));
    assertProper(LeastSquaresFit.of(Coordinates.of(new double[3 * size]), points(size, random)));
  }

  @Test
  void aMirrorImageIsTurnedNotMirrored() {
    Coordinates points = points(20, StableRandom.of(1));
    double[] mirrored = points.toArray();
    for (int i = 0; i < mirrored.length; i += 3) {
      mirrored[i] = -mirrored[i];
    }
    assertProper(LeastSquaresFit.of(points, Coordinates.of(mirrored)));
  }

  @Test
  void oneMotionAfterAnotherIsBoth() {
    StableRandom random = StableRandom.of(4);
    RigidMotion first = LeastSquaresFit.of(points(5, random), points(5, random));
    RigidMotion second = LeastSquaresFit.of(points(5, random), points(5, random));
    Vec3 point = new Vec3(1, 2, 3);
    assertThat(first.then(second).apply(point).distance(second.apply(first.apply(point))))
        .isLessThan(1e-9);
  }

  @Test
  void missingPositionsTakeNoPart() {
    Coordinates points = points(6, StableRandom.of(9));
    double[] partial = points.toArray();
    partial[7] = Double.NaN;
    Coordinates holed = Coordinates.of(partial);
    assertThat(holed.resolved()).isEqualTo(5);
    assertThat(LeastSquaresFit.of(holed, points).apply(points.at(2)).distance(points.at(2)))
        .isLessThan(1e-9);
    assertThatThrownBy(() -> Coordinates.of(new double[4])).hasMessageContaining("three");
  }

  private static void assertProper(RigidMotion motion) {
    double[] m = motion.toArray();
    Vec3 x = new Vec3(m[0], m[1], m[2]);
    Vec3 y = new Vec3(m[3], m[4], m[5]);
    Vec3 z = new Vec3(m[6], m[7], m[8]);
    assertThat(x.cross(y).dot(z)).isCloseTo(1, within(1e-9));
    assertThat(x.dot(y)).isCloseTo(0, within(1e-9));
  }

  private static Coordinates points(int size, StableRandom random) {
    double[] xyz = new double[3 * size];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = 20 * random.nextGaussian();
    }
    return Coordinates.of(xyz);
  }
}
