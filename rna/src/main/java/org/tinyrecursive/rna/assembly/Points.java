package org.tinyrecursive.rna.assembly;

/** Small sums over flat arrays of points: x, y, z of the first, then of the second, and so on. */
final class Points {
  private Points() {}

  /** Some of the points, in the order given. */
  static double[] pick(double[] xyz, int... which) {
    double[] picked = new double[3 * which.length];
    for (int k = 0; k < which.length; k++) {
      System.arraycopy(xyz, 3 * which[k], picked, 3 * k, 3);
    }
    return picked;
  }

  static boolean isPlaced(double[] xyz, int i) {
    return !Double.isNaN(xyz[3 * i]);
  }

  static double distance(double[] xyz, int i, int j) {
    return Math.sqrt(squared(xyz, i, xyz, j));
  }

  static double squared(double[] a, int i, double[] b, int j) {
    double dx = a[3 * i] - b[3 * j];
    double dy = a[3 * i + 1] - b[3 * j + 1];
    double dz = a[3 * i + 2] - b[3 * j + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Mean of the points that are placed; the origin if none is. */
  static double[] centre(double[] xyz) {
    double[] centre = new double[3];
    int count = 0;
    for (int i = 0; i < xyz.length / 3; i++) {
      if (isPlaced(xyz, i)) {
        count++;
        for (int a = 0; a < 3; a++) {
          centre[a] += xyz[3 * i + a];
        }
      }
    }
    for (int a = 0; a < 3; a++) {
      centre[a] /= Math.max(1, count);
    }
    return centre;
  }

  /** All points moved so that their mean is the origin, or higher where some would lie too low. */
  static double[] centred(double[] xyz, double least) {
    double[] centre = centre(xyz);
    double[] shift = {-centre[0], -centre[1], -centre[2]};
    for (int i = 0; i < xyz.length; i++) {
      shift[i % 3] = Math.max(shift[i % 3], least - xyz[i]);
    }
    double[] moved = new double[xyz.length];
    for (int i = 0; i < xyz.length; i++) {
      moved[i] = xyz[i] + shift[i % 3];
    }
    return moved;
  }

  /** Makes a vector's length 1; one without a direction becomes z. */
  static double[] unit(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return length < 1e-9
        ? new double[] {0, 0, 1}
        : new double[] {x / length, y / length, z / length};
  }
}
