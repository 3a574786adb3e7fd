package org.tinyrecursive.rna.sample;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.structure.Vec3;

/**
 * Residues without a partner, in equal steps on the arc of a circle from one residue to another.
 */
final class Arc {
  private static final int HALVINGS = 60;

  private Arc() {}

  /** Fewest residues that reach from one point to another. */
  static int fewest(Vec3 from, Vec3 to) {
    return Math.max(0, (int) Math.ceil(from.distance(to) / AForm.STEP) - 1);
  }

  /**
   * Positions between two residues; where there are too few to reach, on the straight line with
   * longer steps.
   *
   * @param bulge side to which the arc bends
   */
  static List<Vec3> between(Vec3 from, Vec3 to, int count, Vec3 bulge) {
    Vec3 chord = to.minus(from);
    double length = chord.norm();
    Vec3 along = chord.unit();
    Vec3 away = bulge.minus(along.times(bulge.dot(along))).unit();
    int steps = count + 1;
    List<Vec3> positions = new ArrayList<>();
    if (steps * AForm.STEP <= length * 1.0001) {
      for (int k = 1; k <= count; k++) {
        positions.add(from.plus(chord.times((double) k / steps)));
      }
      return positions;
    }
    double angle = angle(length, steps);
    double radius = AForm.STEP / (2 * Math.sin(angle / 2));
    double half = steps * angle / 2;
    Vec3 centre = from.plus(chord.times(0.5)).minus(away.times(radius * Math.cos(half)));
    for (int k = 1; k <= count; k++) {
      double turned = k * angle - half;
      positions.add(
          centre
              .plus(along.times(radius * Math.sin(turned)))
              .plus(away.times(radius * Math.cos(turned))));
    }
    return positions;
  }

  /** Angle of a step, so that all steps together span the chord: sin(nφ/2) = c/s · sin(φ/2). */
  private static double angle(double chord, int steps) {
    double low = 0;
    double high = 2 * Math.PI / steps;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double spanned = AForm.STEP * Math.sin(steps * middle / 2) / Math.sin(middle / 2);
      if (spanned > chord) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
