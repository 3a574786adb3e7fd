package org.tinyrecursive.rna.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RigidMotionTest {
  @Test
  void bringsPointsBackToWhereTheyWere() {
    double[] points = {0, 0, 0, 4, 0, 0, 0, 3, 0, 1, 1, 7, -2, 5, 1};
    double[] turned = new double[points.length];
    for (int i = 0; i < points.length; i += 3) {
      turned[i] = -points[i + 1] + 10;
      turned[i + 1] = points[i] - 4;
      turned[i + 2] = points[i + 2] + 0.5;
    }
    double[] moved = RigidMotion.fit(points, turned).move(points);
    for (int i = 0; i < moved.length; i++) {
      assertThat(moved[i]).isCloseTo(turned[i], within(1e-9));
    }
  }

  @Test
  void neverMirrors() {
    double[] points = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[] mirrored = {0, 0, 0, -1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[] moved = RigidMotion.fit(points, mirrored).move(points);
    Coordinates one = Coordinates.of(moved);
    assertThat(one.at(1).distance(Coordinates.of(mirrored).at(1))).isGreaterThan(0.2);
    assertThat(one.distance(0, 1)).isCloseTo(1, within(1e-9));
  }
}
