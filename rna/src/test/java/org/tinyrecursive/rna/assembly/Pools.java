package org.tinyrecursive.rna.assembly;

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
    return GuessSelection.choose(of(candidates), most).stream().map(candidates::get).toList();
  }
}
