package org.tinyrecursive.rna.io;

import java.io.IOException;
import java.util.Locale;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Vec3;

/**
 * C1' positions as a PDB file (format 3.3), one ATOM a residue. Chains get the letters A, B, C … in
 * order; residues beyond 9999 and more than 62 chains go on from the first number or letter.
 */
public final class PdbWriter {
  private static final String CHAIN_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int MOST_SERIAL = 99_999;
  private static final int MOST_RESIDUE = 9_999;

  private PdbWriter() {}

  /**
   * Appends a structure; residues without a position are left out.
   *
   * @throws IllegalArgumentException if it is not of the target's length
   */
  public static void write(RnaTarget target, Coordinates structure, Appendable out)
      throws IOException {
    if (structure.size() != target.sequence().length()) {
      throw new IllegalArgumentException(
          "%s has %d residues, the structure %d"
              .formatted(target.id(), target.sequence().length(), structure.size()));
    }
    int serial = 0;
    for (int c = 0; c < target.chains().size(); c++) {
      ChainSpan chain = target.chains().get(c);
      char letter = CHAIN_LETTERS.charAt(c % CHAIN_LETTERS.length());
      for (int i = chain.from(); i < chain.to(); i++) {
        if (structure.isResolved(i)) {
          serial++;
          out.append(
              atom(serial, target.sequence().base(i), letter, i - chain.from(), structure.at(i)));
        }
      }
      out.append("TER\n");
    }
    out.append("END\n");
  }

  private static String atom(int serial, char base, char chain, int residue, Vec3 at) {
    return String.format(
        Locale.ROOT,
        "ATOM  %5d  C1'   %c %c%4d    %8.3f%8.3f%8.3f  1.00  0.00           C  \n",
        (serial - 1) % MOST_SERIAL + 1,
        base,
        chain,
        residue % MOST_RESIDUE + 1,
        at.x(),
        at.y(),
        at.z());
  }
}
