package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * Gives every residue that has no position one: between two placed residues on an arc that bulges
 * away from the middle of the structure, at an end by going on as a strand of A-form.
 */
final class GapFill {
  private GapFill() {}

  static void fill(double[] xyz) {
    int n = xyz.length / 3;
    int first = 0;
    while (first < n && !Points.isPlaced(xyz, first)) {
      first++;
    }
    if (first == n) {
      for (int i = 0; i < n; i++) {
        AFormHelix.first(i, xyz, i);
      }
      return;
    }
    double[] centre = Points.centre(xyz);
    int last = first;
    for (int i = first + 1; i < n; i++) {
      if (Points.isPlaced(xyz, i)) {
        if (i > last + 1) {
          arc(xyz, last, i, centre);
        }
        last = i;
      }
    }
    for (int i = last + 1; i < n; i++) {
      goOn(xyz, i, -1);
    }
    for (int i = first - 1; i >= 0; i--) {
      goOn(xyz, i, 1);
    }
  }

  /** Places a residue after (or before) the three nearest ones, as in an A-form strand. */
  private static void goOn(double[] xyz, int i, int towards) {
    int n = xyz.length / 3;
    int[] known = {i + towards, i + 2 * towards, i + 3 * towards};
    if (known[2] < 0 || known[2] >= n) {
      double[] centre = Points.centre(xyz);
      int near = known[0];
      double[] out =
          Points.unit(
              xyz[3 * near] - centre[0],
              xyz[3 * near + 1] - centre[1],
              xyz[3 * near + 2] - centre[2]);
      for (int a = 0; a < 3; a++) {
        xyz[3 * i + a] = xyz[3 * near + a] + AForm.STEP * out[a];
      }
      return;
    }
    double[] ideal = new double[12];
    for (int k = 0; k < 4; k++) {
      AFormHelix.first(towards > 0 ? k : 3 - k, ideal, k);
    }
    RigidMotion.fit(Points.pick(ideal, 1, 2, 3), Points.pick(xyz, known)).move(ideal, 0, xyz, i);
  }

  private static void arc(double[] xyz, int from, int to, double[] centre) {
    double[] chord = new double[3];
    double[] middle = new double[3];
    for (int a = 0; a < 3; a++) {
      chord[a] = xyz[3 * to + a] - xyz[3 * from + a];
      middle[a] = (xyz[3 * to + a] + xyz[3 * from + a]) / 2 - centre[a];
    }
    double length = Math.sqrt(chord[0] * chord[0] + chord[1] * chord[1] + chord[2] * chord[2]);
    double[] along = Points.unit(chord[0], chord[1], chord[2]);
    double outward = middle[0] * along[0] + middle[1] * along[1] + middle[2] * along[2];
    double[] out =
        Points.unit(
            middle[0] - outward * along[0],
            middle[1] - outward * along[1],
            middle[2] - outward * along[2]);
    double half = halfAngle(length / ((to - from) * AForm.STEP));
    for (int i = from + 1; i < to; i++) {
      double share = (double) (i - from) / (to - from);
      double x = length * share;
      double height = 0;
      if (half > 1e-3) {
        double radius = Math.max(length, 1e-3) / (2 * Math.sin(half));
        double angle = half * (2 * share - 1);
        x = length / 2 + radius * Math.sin(angle);
        height = radius * (Math.cos(angle) - Math.cos(half));
      }
      for (int a = 0; a < 3; a++) {
        xyz[3 * i + a] = xyz[3 * from + a] + x * along[a] + height * out[a];
      }
    }
  }

  /** Half the angle of an arc whose chord is this share of its length: sin(h) / h = share. */
  private static double halfAngle(double share) {
    if (share >= 1) {
      return 0;
    }
    double low = 0;
    double high = Math.PI * 0.98;
    for (int k = 0; k < 40; k++) {
      double h = (low + high) / 2;
      if (Math.sin(h) / h > share) {
        low = h;
      } else {
        high = h;
      }
    }
    return low;
  }
}
