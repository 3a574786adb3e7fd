package org.tinyrecursive.rna.structure;

/**
 * A point or direction in space.
 *
 * @param x in Å, as y and z
 */
public record Vec3(double x, double y, double z) {
  /** The origin. */
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  /** This plus another. */
  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  /** This less another. */
  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  /** This, {@code factor} times as long. */
  public Vec3 times(double factor) {
    return new Vec3(x * factor, y * factor, z * factor);
  }

  /** The scalar product. */
  public double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** The vector product, right-handed. */
  public Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** The length. */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** The distance to another point. */
  public double distance(Vec3 other) {
    return minus(other).norm();
  }

  /**
   * The direction of this, of length 1.
   *
   * @throws ArithmeticException if this has no direction, its length being 0 or not finite
   */
  public Vec3 unit() {
    double length = norm();
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      throw new ArithmeticException(this + " has no direction");
    }
    return times(1 / length);
  }
}
