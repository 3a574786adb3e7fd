package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.LeastSquaresFit;

/** Points of a prediction beside their partners in a reference; x, y, z in a row. */
final class Pairs {
  final double[] moved;
  final double[] onto;
  int count;

  Pairs(int most) {
    moved = new double[3 * most];
    onto = new double[3 * most];
  }

  /** Holds the pairs of an alignment, and no others. */
  void set(double[] x, double[] y, int[] alignment) {
    count = 0;
    for (int j = 0; j < alignment.length; j++) {
      if (alignment[j] >= 0) {
        add(x, alignment[j], y, j);
      }
    }
  }

  void add(double[] x, int i, double[] y, int j) {
    System.arraycopy(x, 3 * i, moved, 3 * count, 3);
    System.arraycopy(y, 3 * j, onto, 3 * count, 3);
    count++;
  }

  void addTo(LeastSquaresFit fit, int pair) {
    int at = 3 * pair;
    fit.add(moved[at], moved[at + 1], moved[at + 2], onto[at], onto[at + 1], onto[at + 2]);
  }

  /** Squared distance of a pair after a motion. */
  double squaredDistance(int pair, double[] m) {
    int at = 3 * pair;
    double x = moved[at];
    double y = moved[at + 1];
    double z = moved[at + 2];
    double dx = m[0] * x + m[1] * y + m[2] * z + m[9] - onto[at];
    double dy = m[3] * x + m[4] * y + m[5] * z + m[10] - onto[at + 1];
    double dz = m[6] * x + m[7] * y + m[8] * z + m[11] - onto[at + 2];
    return dx * dx + dy * dy + dz * dz;
  }
}
