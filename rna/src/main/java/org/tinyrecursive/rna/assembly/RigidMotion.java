package org.tinyrecursive.rna.assembly;

/** A rotation and a shift of space. Points lie in flat arrays: x, y, z of the first, and so on. */
final class RigidMotion {
  private static final int SWEEPS = 30;

  private final double[] rotation;
  private final double[] from;
  private final double[] to;

  private RigidMotion(double[] rotation, double[] from, double[] to) {
    this.rotation = rotation;
    this.from = from;
    this.to = to;
  }

  /**
   * The motion that brings points nearest to others in the mean square (Horn, 1987, J. Opt. Soc.
   * Am. A 4, 629: the rotation as the unit quaternion of the greatest eigenvalue).
   *
   * @param points three numbers each, as many as in {@code targets}, one point at least
   */
  static RigidMotion fit(double[] points, double[] targets) {
    double[] from = centre(points);
    double[] to = centre(targets);
    double[] s = new double[9];
    for (int i = 0; i < points.length; i += 3) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          s[3 * a + b] += (points[i + a] - from[a]) * (targets[i + b] - to[b]);
        }
      }
    }
    double[][] m = {
      {s[0] + s[4] + s[8], s[5] - s[7], s[6] - s[2], s[1] - s[3]},
      {s[5] - s[7], s[0] - s[4] - s[8], s[1] + s[3], s[6] + s[2]},
      {s[6] - s[2], s[1] + s[3], s[4] - s[0] - s[8], s[5] + s[7]},
      {s[1] - s[3], s[6] + s[2], s[5] + s[7], s[8] - s[0] - s[4]}
    };
    return new RigidMotion(rotation(greatestEigenvector(m)), from, to);
  }

  private static double[] centre(double[] points) {
    double[] centre = new double[3];
    for (int i = 0; i < points.length; i++) {
      centre[i % 3] += 3 * points[i] / points.length;
    }
    return centre;
  }

  /** Jacobi's rotations of a symmetric matrix, which is destroyed. */
  private static double[] greatestEigenvector(double[][] m) {
    double[][] vectors = new double[4][4];
    for (int i = 0; i < 4; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      for (int p = 0; p < 3; p++) {
        for (int q = p + 1; q < 4; q++) {
          off += m[p][q] * m[p][q];
          turn(m, vectors, p, q);
        }
      }
      if (off < 1e-18) {
        break;
      }
    }
    int best = 0;
    for (int i = 1; i < 4; i++) {
      best = m[i][i] > m[best][best] ? i : best;
    }
    return new double[] {
      vectors[0][best], vectors[1][best], vectors[2][best], vectors[3][best]
    };
  }

  private static void turn(double[][] m, double[][] vectors, int p, int q) {
    if (m[p][q] == 0) {
      return;
    }
    double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < 4; k++) {
      double kp = m[k][p];
      double kq = m[k][q];
      m[k][p] = c * kp - s * kq;
      m[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < 4; k++) {
      double pk = m[p][k];
      double qk = m[q][k];
      m[p][k] = c * pk - s * qk;
      m[q][k] = s * pk + c * qk;
      double vp = vectors[k][p];
      double vq = vectors[k][q];
      vectors[k][p] = c * vp - s * vq;
      vectors[k][q] = s * vp + c * vq;
    }
  }

  private static double[] rotation(double[] q) {
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new double[] {
      w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y),
      2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x),
      2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z
    };
  }

  /** Moves the point at {@code source[3 i]} and writes it at {@code target[3 k]}. */
  void move(double[] source, int i, double[] target, int k) {
    double x = source[3 * i] - from[0];
    double y = source[3 * i + 1] - from[1];
    double z = source[3 * i + 2] - from[2];
    for (int a = 0; a < 3; a++) {
      target[3 * k + a] =
          to[a] + rotation[3 * a] * x + rotation[3 * a + 1] * y + rotation[3 * a + 2] * z;
    }
  }

  /** All points, moved. */
  double[] move(double[] points) {
    double[] moved = new double[points.length];
    for (int i = 0; i < points.length / 3; i++) {
      move(points, i, moved, i);
    }
    return moved;
  }
}
