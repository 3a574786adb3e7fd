package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.rna.structure.Vec3;

/**
 * The residues of a structure that have a position, moved so that their centre is the origin: sums
 * of products keep their digits.
 */
final class ResolvedChain {
  private final double[] xyz;
  private final int[] residues;
  private final Vec3 centre;

  private ResolvedChain(double[] xyz, int[] residues, Vec3 centre) {
    this.xyz = xyz;
    this.residues = residues;
    this.centre = centre;
  }

  static ResolvedChain of(Coordinates structure) {
    int[] residues = new int[structure.resolved()];
    double x = 0;
    double y = 0;
    double z = 0;
    int count = 0;
    for (int i = 0; i < structure.size(); i++) {
      if (structure.isResolved(i)) {
        residues[count++] = i;
        x += structure.x(i);
        y += structure.y(i);
        z += structure.z(i);
      }
    }
    Vec3 centre = new Vec3(x, y, z).times(1.0 / Math.max(1, count));
    double[] xyz = structure.select(residues).toArray();
    for (int i = 0; i < xyz.length; i += 3) {
      xyz[i] -= centre.x();
      xyz[i + 1] -= centre.y();
      xyz[i + 2] -= centre.z();
    }
    return new ResolvedChain(xyz, residues, centre);
  }

  /** Positions, x, y, z in a row. */
  double[] xyz() {
    return xyz;
  }

  /** Their numbers in the structure, ascending. */
  int[] residues() {
    return residues;
  }

  int length() {
    return residues.length;
  }

  byte[] stemStates(Sequence sequence) {
    StringBuilder letters = new StringBuilder();
    for (int residue : residues) {
      letters.append(sequence.at(residue));
    }
    return StemStates.of(new Sequence(letters.toString()), xyz);
  }

  RigidMotion toCentre() {
    return shift(centre.times(-1));
  }

  RigidMotion fromCentre() {
    return shift(centre);
  }

  private static RigidMotion shift(Vec3 by) {
    return new RigidMotion(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, by.x(), by.y(), by.z()});
  }
}
