package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import org.tinyrecursive.rna.fold.Helix;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.transforms.random.StableRandom;

/** Builds models from a secondary structure: A-form helices and fragments of known structures. */
final class Assembler {
  private static final int FEWEST_PAIRS = 2;

  private final MotifLibrary library;

  Assembler(MotifLibrary library) {
    this.library = library;
  }

  /**
   * Positions of all residues, not yet relaxed.
   *
   * @param cutoff fragments come from structures released before
   * @param temperature how much the choice of fragments may vary, see {@link MotifChooser}
   */
  double[] build(
      String sequence, PairTable pairs, LocalDate cutoff, double temperature, StableRandom random) {
    MotifChooser chooser = new MotifChooser(library, sequence, cutoff, random, temperature);
    double[] xyz = new Placement(Helix.nested(pairs, FEWEST_PAIRS), chooser).place();
    GapFill.fill(xyz);
    return xyz;
  }
}
