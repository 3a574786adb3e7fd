package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;

/**
 * A strand between two helices of a known structure and, by the nearest two pairs of each, how the
 * helices lie to each other.
 *
 * @param released of the structure
 * @param letters of the whole chain
 * @param xyz of the whole chain
 * @param from the strand's first residue; it and the next are paired
 * @param to the strand's last residue; it and the one before are paired
 * @param fromPartner partner of {@code from + 1}; the one after it pairs with {@code from}
 * @param toPartner partner of {@code to − 1}; the one before it pairs with {@code to}
 */
@SuppressWarnings("ArrayRecordComponent")
record Linker(
    LocalDate released,
    String letters,
    double[] xyz,
    int from,
    int to,
    int fromPartner,
    int toPartner) {
  int unpaired() {
    return to - from + 1 - Motif.FLANKS;
  }

  /** The first helix's end, as {@link Placement#ending}. */
  int[] start() {
    return new int[] {from, from + 1, fromPartner, fromPartner + 1};
  }

  /** The second helix's beginning: 5′ residue, next, its partner, the one before. */
  int[] end() {
    return new int[] {to - 1, to, toPartner, toPartner - 1};
  }

  boolean isResolved() {
    for (int i = from; i <= to; i++) {
      if (Double.isNaN(xyz[3 * i])) {
        return false;
      }
    }
    return !Double.isNaN(xyz[3 * fromPartner])
        && !Double.isNaN(xyz[3 * fromPartner + 3])
        && !Double.isNaN(xyz[3 * toPartner])
        && !Double.isNaN(xyz[3 * toPartner - 3]);
  }
}
