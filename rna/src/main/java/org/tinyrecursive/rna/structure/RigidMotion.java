package org.tinyrecursive.rna.structure;

import java.util.Arrays;

/** A proper rotation followed by a shift. Immutable. */
public final class RigidMotion {
  private static final int VALUES = 12;

  private final double[] m;

  /**
   * @param m the rotation by rows, then the shift: 12 values
   * @throws IllegalArgumentException if there are not 12 values
   */
  public RigidMotion(double[] m) {
    if (m.length != VALUES) {
      throw new IllegalArgumentException(m.length + " values, expected " + VALUES);
    }
    this.m = m.clone();
  }

  /** Stays where it is. */
  public static RigidMotion identity() {
    return new RigidMotion(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});
  }

  /** The rotation by rows, then the shift; a copy. */
  public double[] toArray() {
    return m.clone();
  }

  /**
   * The motion that brings points nearest to others in the mean square, as {@link LeastSquaresFit}.
   *
   * @param points x, y, z of each, one after the other; one point at least
   * @param targets where they should go, as many
   */
  public static RigidMotion fit(double[] points, double[] targets) {
    LeastSquaresFit fit = new LeastSquaresFit();
    for (int i = 0; i < points.length; i += 3) {
      fit.add(points[i], points[i + 1], points[i + 2], targets[i], targets[i + 1], targets[i + 2]);
    }
    double[] motion = new double[VALUES];
    fit.solve(motion);
    return new RigidMotion(motion);
  }

  /** Moves the point at {@code source[3 i]} and writes it at {@code target[3 k]}. */
  public void move(double[] source, int i, double[] target, int k) {
    double x = source[3 * i];
    double y = source[3 * i + 1];
    double z = source[3 * i + 2];
    target[3 * k] = m[0] * x + m[1] * y + m[2] * z + m[9];
    target[3 * k + 1] = m[3] * x + m[4] * y + m[5] * z + m[10];
    target[3 * k + 2] = m[6] * x + m[7] * y + m[8] * z + m[11];
  }

  /** All points, moved. */
  public double[] move(double[] points) {
    double[] moved = new double[points.length];
    for (int i = 0; i < points.length / 3; i++) {
      move(points, i, moved, i);
    }
    return moved;
  }

  /** Where a point goes. */
  public Vec3 apply(Vec3 p) {
    return new Vec3(
        m[0] * p.x() + m[1] * p.y() + m[2] * p.z() + m[9],
        m[3] * p.x() + m[4] * p.y() + m[5] * p.z() + m[10],
        m[6] * p.x() + m[7] * p.y() + m[8] * p.z() + m[11]);
  }

  /** Where all positions go; missing ones stay missing. */
  public Coordinates apply(Coordinates positions) {
    return Coordinates.of(move(positions.toArray()));
  }

  /** First this, then another. */
  public RigidMotion then(RigidMotion next) {
    double[] n = next.m;
    double[] both = new double[VALUES];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          both[3 * row + column] += n[3 * row + k] * m[3 * k + column];
        }
        both[9 + row] += n[3 * row + column] * m[9 + column];
      }
      both[9 + row] += n[9 + row];
    }
    return new RigidMotion(both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RigidMotion that && Arrays.equals(m, that.m);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(m);
  }

  @Override
  public String toString() {
    return "RigidMotion" + Arrays.toString(m);
  }
}
