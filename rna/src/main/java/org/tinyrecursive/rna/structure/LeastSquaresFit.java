package org.tinyrecursive.rna.structure;

/**
 * The rigid motion of points onto their partners with the least sum of squared distances (Kabsch,
 * 1976), by the quaternion of Horn (1987, "Closed-form solution of absolute orientation using unit
 * quaternions"): the rotation is proper whatever the points are, and defined for flat, straight and
 * single ones too.
 *
 * <p>Pairs are added one by one; nothing is kept of them but sums. Coordinates should be within
 * some 10⁴ Å of the origin, or digits are lost. Not safe for use by several threads.
 */
public final class LeastSquaresFit {
  private final double[] normal = new double[16];
  private final double[] vectors = new double[16];
  private int count;
  private double ax;
  private double ay;
  private double az;
  private double bx;
  private double by;
  private double bz;
  private double xx;
  private double xy;
  private double xz;
  private double yx;
  private double yy;
  private double yz;
  private double zx;
  private double zy;
  private double zz;

  /** The motion of all resolved positions of one structure onto those of another. */
  public static RigidMotion of(Coordinates moved, Coordinates onto) {
    LeastSquaresFit fit = new LeastSquaresFit();
    for (int i = 0; i < moved.size(); i++) {
      if (moved.isResolved(i) && onto.isResolved(i)) {
        fit.add(moved.x(i), moved.y(i), moved.z(i), onto.x(i), onto.y(i), onto.z(i));
      }
    }
    double[] motion = new double[12];
    fit.solve(motion);
    return new RigidMotion(motion);
  }

  /** Forgets all pairs. */
  public void clear() {
    count = 0;
    ax = ay = az = bx = by = bz = 0;
    xx = xy = xz = yx = yy = yz = zx = zy = zz = 0;
  }

  /** Adds the point (px, py, pz) and the point (qx, qy, qz) it should move to. */
  public void add(double px, double py, double pz, double qx, double qy, double qz) {
    count++;
    ax += px;
    ay += py;
    az += pz;
    bx += qx;
    by += qy;
    bz += qz;
    xx += px * qx;
    xy += px * qy;
    xz += px * qz;
    yx += py * qx;
    yy += py * qy;
    yz += py * qz;
    zx += pz * qx;
    zy += pz * qy;
    zz += pz * qz;
  }

  /** Number of pairs added. */
  public int count() {
    return count;
  }

  /**
   * Writes the motion as {@link RigidMotion} has it: rotation by rows, then the shift. Without a
   * pair it is the identity.
   */
  public void solve(double[] motion) {
    double n = Math.max(1, count);
    double sxx = xx - ax * bx / n;
    double sxy = xy - ax * by / n;
    double sxz = xz - ax * bz / n;
    double syx = yx - ay * bx / n;
    double syy = yy - ay * by / n;
    double syz = yz - ay * bz / n;
    double szx = zx - az * bx / n;
    double szy = zy - az * by / n;
    double szz = zz - az * bz / n;
    double[] a = normal;
    a[0] = sxx + syy + szz;
    a[5] = sxx - syy - szz;
    a[10] = syy - sxx - szz;
    a[15] = szz - sxx - syy;
    a[1] = a[4] = syz - szy;
    a[2] = a[8] = szx - sxz;
    a[3] = a[12] = sxy - syx;
    a[6] = a[9] = sxy + syx;
    a[7] = a[13] = szx + sxz;
    a[11] = a[14] = syz + szy;
    int largest = SymmetricEigen.solve(a, vectors);
    rotation(
        vectors[largest],
        vectors[4 + largest],
        vectors[8 + largest],
        vectors[12 + largest],
        motion);
    for (int row = 0; row < 3; row++) {
      double rotated = motion[3 * row] * ax + motion[3 * row + 1] * ay + motion[3 * row + 2] * az;
      motion[9 + row] = ((row == 0 ? bx : row == 1 ? by : bz) - rotated) / n;
    }
  }

  private static void rotation(double w, double x, double y, double z, double[] m) {
    m[0] = w * w + x * x - y * y - z * z;
    m[1] = 2 * (x * y - w * z);
    m[2] = 2 * (x * z + w * y);
    m[3] = 2 * (x * y + w * z);
    m[4] = w * w - x * x + y * y - z * z;
    m[5] = 2 * (y * z - w * x);
    m[6] = 2 * (x * z - w * y);
    m[7] = 2 * (y * z + w * x);
    m[8] = w * w - x * x - y * y + z * z;
  }
}
