package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Folding;
import org.tinyrecursive.rna.fold.PairBonus;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.random.StableRandom;

/** Secondary structure of targets of several chains. */
final class ChainFolding {
  private ChainFolding() {}

  /** All chains as one strand, so that they may pair with each other. */
  static FoldedEnsemble fold(RnaTarget target, PairBonus bonus, int samples, StableRandom random) {
    return Folding.fold(target.sequence().letters(), bonus, samples, random);
  }

  /** Whether a chain ends before a residue; one entry more than residues. */
  static boolean[] breaks(RnaTarget target) {
    boolean[] breaks = new boolean[target.sequence().length() + 1];
    for (ChainSpan chain : target.chains()) {
      breaks[chain.from()] = true;
    }
    return breaks;
  }
}
