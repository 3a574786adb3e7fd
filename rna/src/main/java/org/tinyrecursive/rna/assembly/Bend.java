package org.tinyrecursive.rna.assembly;

/**
 * Bends a structure along its length, as helices give way: its long axis becomes an arc of up to
 * 40°, less where distances along the chain would change by more than 15 %. Four bends of a
 * structure go to four sides, which are a quarter turn apart.
 */
final class Bend {
  static final int SIDES = 4;

  private static final double LARGEST = Math.toRadians(40);
  private static final double STRETCH = 0.15;

  private Bend() {}

  /**
   * The structure bent to a side.
   *
   * @param xyz positions of all residues; stay as they are
   * @param side 0 … 3
   */
  static double[] of(double[] xyz, int side) {
    int n = xyz.length / 3;
    double[] centre = Points.centre(xyz);
    double[] along = direction(xyz, centre, new double[3]);
    double[] first = direction(xyz, centre, along);
    double[] second = cross(along, first);
    double angle = Math.PI / 2 * side;
    double[] across = new double[3];
    for (int a = 0; a < 3; a++) {
      across[a] = Math.cos(angle) * first[a] + Math.sin(angle) * second[a];
    }
    double half = 0;
    double wide = 0;
    for (int i = 0; i < n; i++) {
      half = Math.max(half, Math.abs(part(xyz, i, centre, along)));
      wide = Math.max(wide, Math.abs(part(xyz, i, centre, across)));
    }
    double radius = Math.max(2 * half / LARGEST, wide / STRETCH);
    double[] bent = new double[xyz.length];
    for (int i = 0; i < n; i++) {
      double s = part(xyz, i, centre, along);
      double u = part(xyz, i, centre, across);
      double turn = radius == 0 ? 0 : s / radius;
      double newS = (radius - u) * Math.sin(turn);
      double newU = radius - (radius - u) * Math.cos(turn);
      for (int a = 0; a < 3; a++) {
        bent[3 * i + a] = xyz[3 * i + a] + (newS - s) * along[a] + (newU - u) * across[a];
      }
    }
    return bent;
  }

  /** From the centre to the residue farthest from it, at a right angle to a known direction. */
  private static double[] direction(double[] xyz, double[] centre, double[] known) {
    double farthest = 0;
    double[] best = new double[3];
    for (int i = 0; i < xyz.length / 3; i++) {
      double along = part(xyz, i, centre, known);
      double[] away = new double[3];
      double squared = 0;
      for (int a = 0; a < 3; a++) {
        away[a] = xyz[3 * i + a] - centre[a] - along * known[a];
        squared += away[a] * away[a];
      }
      if (squared > farthest) {
        farthest = squared;
        best = away;
      }
    }
    if (farthest < 1e-12) {
      best =
          cross(known, Math.abs(known[0]) < 0.5 ? new double[] {1, 0, 0} : new double[] {0, 1, 0});
    }
    return Points.unit(best[0], best[1], best[2]);
  }

  private static double part(double[] xyz, int i, double[] centre, double[] along) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      sum += (xyz[3 * i + a] - centre[a]) * along[a];
    }
    return sum;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
