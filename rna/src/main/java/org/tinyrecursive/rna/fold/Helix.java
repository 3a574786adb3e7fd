package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A run of stacked pairs (i, j), (i + 1, j − 1), …, without a bulge.
 *
 * @param i first residue of its 5′ strand
 * @param j last residue of its 3′ strand
 * @param length number of pairs, 1 and above
 */
public record Helix(int i, int j, int length) {
  /** All helices, in order of i. */
  public static List<Helix> of(PairTable pairs) {
    List<Helix> helices = new ArrayList<>();
    for (int i = 0; i < pairs.length(); i++) {
      int j = pairs.partner(i);
      boolean begins = j > i && !(i > 0 && j + 1 < pairs.length() && pairs.partner(i - 1) == j + 1);
      if (begins) {
        int length = 1;
        while (pairs.partner(i + length) == j - length && i + length < j - length) {
          length++;
        }
        helices.add(new Helix(i, j, length));
      }
    }
    return helices;
  }

  /**
   * The pairs of helices of at least {@code fewest} pairs that cross none that is longer: a nested
   * structure.
   */
  public static PairTable nested(PairTable pairs, int fewest) {
    List<Helix> helices = new ArrayList<>(of(pairs));
    helices.removeIf(helix -> helix.length() < fewest);
    helices.sort(Comparator.comparingInt((Helix helix) -> -helix.length()).thenComparing(Helix::i));
    List<Helix> kept = new ArrayList<>();
    for (Helix helix : helices) {
      if (kept.stream().noneMatch(helix::crosses)) {
        kept.add(helix);
      }
    }
    int[] partners = PairTable.unpaired(pairs.length()).partners();
    for (Helix helix : kept) {
      for (int k = 0; k < helix.length(); k++) {
        partners[helix.i() + k] = helix.j() - k;
        partners[helix.j() - k] = helix.i() + k;
      }
    }
    return PairTable.of(partners);
  }

  private boolean crosses(Helix other) {
    return (i < other.i && other.i < j && j < other.j)
        || (other.i < i && i < other.j && other.j < j);
  }
}
