package org.tinyrecursive.rna.fold;

import java.util.List;

/**
 * What is known of a sequence's secondary structure.
 *
 * @param probabilities of all pairs
 * @param accurate the structure of greatest expected accuracy
 * @param samples structures drawn in proportion to their Boltzmann weight
 */
public record FoldedEnsemble(
    PairProbabilities probabilities, PairTable accurate, List<PairTable> samples) {
  public FoldedEnsemble {
    samples = List.copyOf(samples);
  }
}
