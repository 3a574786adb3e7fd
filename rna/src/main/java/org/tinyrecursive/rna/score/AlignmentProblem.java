package org.tinyrecursive.rna.score;

/** Two chains to align by structure, every residue resolved. */
final class AlignmentProblem {
  private final double[] x;
  private final double[] y;
  private final byte[] xStates;
  private final byte[] yStates;
  private final TmScale scale;

  /**
   * @param x positions of the prediction, x, y, z in a row
   * @param y positions of the reference
   * @param xStates pairing of the prediction's residues
   * @param yStates pairing of the reference's residues
   * @param scale distances of the search
   */
  AlignmentProblem(double[] x, double[] y, byte[] xStates, byte[] yStates, TmScale scale) {
    this.x = x;
    this.y = y;
    this.xStates = xStates;
    this.yStates = yStates;
    this.scale = scale;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  TmScale scale() {
    return scale;
  }

  int xLength() {
    return xStates.length;
  }

  int yLength() {
    return yStates.length;
  }

  int shorter() {
    return Math.min(xLength(), yLength());
  }

  /** Squared distance of residue j of the reference to a point. */
  double squaredDistance(double px, double py, double pz, int j) {
    double dx = px - y[3 * j];
    double dy = py - y[3 * j + 1];
    double dz = pz - y[3 * j + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Scores 1 / (1 + d²/width²) after a motion. */
  AlignmentPath.RowScore byDistance(double[] m, double width) {
    return byDistanceAndState(m, width, 0);
  }

  /** The same, and {@code bonus} where both residues are in the same state. */
  AlignmentPath.RowScore byDistanceAndState(double[] m, double width, double bonus) {
    double inverse = 1 / (width * width);
    return (i, scores) -> {
      double ax = x[3 * i];
      double ay = x[3 * i + 1];
      double az = x[3 * i + 2];
      double px = m[0] * ax + m[1] * ay + m[2] * az + m[9];
      double py = m[3] * ax + m[4] * ay + m[5] * az + m[10];
      double pz = m[6] * ax + m[7] * ay + m[8] * az + m[11];
      for (int j = 0; j < scores.length; j++) {
        scores[j] = 1 / (1 + squaredDistance(px, py, pz, j) * inverse);
      }
      if (bonus != 0) {
        for (int j = 0; j < scores.length; j++) {
          if (xStates[i] == yStates[j]) {
            scores[j] += bonus;
          }
        }
      }
    };
  }

  /** Scores 1 where both residues are in the same state, else 0. */
  AlignmentPath.RowScore byState() {
    return (i, scores) -> {
      for (int j = 0; j < scores.length; j++) {
        scores[j] = xStates[i] == yStates[j] ? 1 : 0;
      }
    };
  }
}
