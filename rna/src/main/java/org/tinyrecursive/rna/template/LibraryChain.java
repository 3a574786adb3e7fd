package org.tinyrecursive.rna.template;

import java.time.LocalDate;
import org.tinyrecursive.rna.fold.BasePairing;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.Coordinates;

/**
 * A known structure.
 *
 * @param id its name
 * @param released day on which it became known
 * @param sequence letters
 * @param positions C1′, some may be missing
 * @param pairs found in the positions, may cross
 */
public record LibraryChain(
    String id, LocalDate released, String sequence, Coordinates positions, PairTable pairs) {
  /** Finds the pairs. */
  public static LibraryChain of(
      String id, LocalDate released, String sequence, Coordinates positions) {
    return new LibraryChain(
        id, released, sequence, positions, BasePairing.find(sequence, positions));
  }
}
