package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.structure.LeastSquaresFit;

/** A rotation and a shift of space. Points lie in flat arrays: x, y, z of the first, and so on. */
final class RigidMotion {
  private static final int SHIFT = 9;

  private final double[] motion;

  private RigidMotion(double[] motion) {
    this.motion = motion;
  }

  /**
   * The motion that brings points nearest to others in the mean square.
   *
   * @param points three numbers each, as many as in {@code targets}, one point at least
   */
  static RigidMotion fit(double[] points, double[] targets) {
    LeastSquaresFit fit = new LeastSquaresFit();
    for (int i = 0; i < points.length; i += 3) {
      fit.add(points[i], points[i + 1], points[i + 2], targets[i], targets[i + 1], targets[i + 2]);
    }
    double[] motion = new double[12];
    fit.solve(motion);
    return new RigidMotion(motion);
  }

  /** Moves the point at {@code source[3 i]} and writes it at {@code target[3 k]}. */
  void move(double[] source, int i, double[] target, int k) {
    double x = source[3 * i];
    double y = source[3 * i + 1];
    double z = source[3 * i + 2];
    for (int a = 0; a < 3; a++) {
      target[3 * k + a] =
          motion[3 * a] * x + motion[3 * a + 1] * y + motion[3 * a + 2] * z + motion[SHIFT + a];
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
