package org.tinyrecursive.rna.structure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One position for every residue, in Å; those that an experiment did not resolve are missing.
 * Immutable.
 */
public final class Coordinates implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] xyz;
  private final int resolved;

  private Coordinates(double[] xyz) {
    this.xyz = xyz;
    int count = 0;
    for (int i = 0; i < xyz.length; i += 3) {
      if (Double.isFinite(xyz[i]) && Double.isFinite(xyz[i + 1]) && Double.isFinite(xyz[i + 2])) {
        count++;
      } else {
        Arrays.fill(xyz, i, i + 3, Double.NaN);
      }
    }
    resolved = count;
  }

  /**
   * Positions as x, y, z of the first residue, then of the second, and so on; one with a value that
   * is not finite is missing.
   *
   * @throws IllegalArgumentException if their number is no multiple of 3
   */
  public static Coordinates of(double[] xyz) {
    if (xyz.length % 3 != 0) {
      throw new IllegalArgumentException(xyz.length + " values, expected three for every residue");
    }
    return new Coordinates(xyz.clone());
  }

  /** One position each. */
  public static Coordinates of(List<Vec3> positions) {
    double[] xyz = new double[3 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      Vec3 position = positions.get(i);
      xyz[3 * i] = position.x();
      xyz[3 * i + 1] = position.y();
      xyz[3 * i + 2] = position.z();
    }
    return new Coordinates(xyz);
  }

  /** Nothing but missing positions. */
  public static Coordinates missing(int size) {
    double[] xyz = new double[3 * size];
    Arrays.fill(xyz, Double.NaN);
    return new Coordinates(xyz);
  }

  /** Number of residues, the missing ones included. */
  public int size() {
    return xyz.length / 3;
  }

  /** Number of residues that have a position. */
  public int resolved() {
    return resolved;
  }

  /** Whether a residue, counted from 0, has a position. */
  public boolean isResolved(int residue) {
    return !Double.isNaN(xyz[3 * residue]);
  }

  /** x of a residue, NaN where it is missing. */
  public double x(int residue) {
    return xyz[3 * residue];
  }

  /** y of a residue, NaN where it is missing. */
  public double y(int residue) {
    return xyz[3 * residue + 1];
  }

  /** z of a residue, NaN where it is missing. */
  public double z(int residue) {
    return xyz[3 * residue + 2];
  }

  /** Position of a residue; NaN where it is missing. */
  public Vec3 at(int residue) {
    return new Vec3(x(residue), y(residue), z(residue));
  }

  /** Distance of two residues; NaN where one is missing. */
  public double distance(int i, int j) {
    double dx = xyz[3 * i] - xyz[3 * j];
    double dy = xyz[3 * i + 1] - xyz[3 * j + 1];
    double dz = xyz[3 * i + 2] - xyz[3 * j + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Residues {@code from} to {@code to} − 1. */
  public Coordinates slice(int from, int to) {
    return new Coordinates(Arrays.copyOfRange(xyz, 3 * from, 3 * to));
  }

  /** Some residues, in the order given. */
  public Coordinates select(int[] residues) {
    double[] chosen = new double[3 * residues.length];
    for (int i = 0; i < residues.length; i++) {
      System.arraycopy(xyz, 3 * residues[i], chosen, 3 * i, 3);
    }
    return new Coordinates(chosen);
  }

  /** x, y, z of every residue in a row, NaN where it is missing; a copy. */
  public double[] toArray() {
    return xyz.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that && Arrays.equals(xyz, that.xyz);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xyz);
  }

  @Override
  public String toString() {
    return resolved + " of " + size() + " positions";
  }
}
