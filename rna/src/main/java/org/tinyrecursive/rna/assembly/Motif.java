package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;

/**
 * A loop of a known structure: strands of residues between helices, each with the two nearest
 * residues of the helices at its ends. A loop of k helices has k strands; strand s runs from helix
 * s to helix s + 1, the last one back to helix 0.
 *
 * @param released of the structure
 * @param letters of the whole chain
 * @param xyz of the whole chain, three numbers a residue
 * @param from first residue of every strand
 * @param to last residue of every strand
 */
@SuppressWarnings("ArrayRecordComponent")
record Motif(LocalDate released, String letters, double[] xyz, int[] from, int[] to) {
  /** Residues of a strand that belong to the helices at its ends. */
  static final int FLANKS = 4;

  int strands() {
    return from.length;
  }

  /** Unpaired residues of a strand. */
  int unpaired(int strand) {
    return to[strand] - from[strand] + 1 - FLANKS;
  }

  /** The same loop, strand {@code first} now being the one after helix 0. */
  Motif turned(int first) {
    int k = strands();
    int[] newFrom = new int[k];
    int[] newTo = new int[k];
    for (int s = 0; s < k; s++) {
      newFrom[s] = from[(s + first) % k];
      newTo[s] = to[(s + first) % k];
    }
    return new Motif(released, letters, xyz, newFrom, newTo);
  }

  boolean isResolved() {
    for (int s = 0; s < strands(); s++) {
      for (int i = from[s]; i <= to[s]; i++) {
        if (Double.isNaN(xyz[3 * i])) {
          return false;
        }
      }
    }
    return true;
  }
}
