package org.tinyrecursive.rna.assembly;

import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Folding;
import org.tinyrecursive.transforms.random.StableRandom;

/** Guesses among candidates of any making. */
final class Pools {
  private static final FoldedEnsemble FOLDED =
      Folding.fold("GGGGAAAACCCC", 0, StableRandom.of(0, "pool"));

  private Pools() {}

  static CandidatePool of(List<Candidate> candidates) {
    return CandidatePool.of(FOLDED, candidates);
  }

  static List<Candidate> choose(List<Candidate> candidates, int most) {
    double[] equal = new double[candidates.size()];
    Arrays.fill(equal, 1);
    return GuessSelection.choose(of(candidates), most, equal).stream()
        .map(candidates::get)
        .toList();
  }
}
