package org.tinyrecursive.rna.template;

import java.time.LocalDate;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.Coordinates;

/** Chains with made-up positions. */
final class Chains {
  private Chains() {}

  static LibraryChain of(String id, String released, String letters, String pairs) {
    double[] xyz = new double[3 * letters.length()];
    for (int i = 0; i < letters.length(); i++) {
      xyz[3 * i] = 5.5 * i + 0.001;
      xyz[3 * i + 1] = -1.25 * i;
    }
    return new LibraryChain(
        id, LocalDate.parse(released), letters, Coordinates.of(xyz), PairTable.parse(pairs));
  }
}
