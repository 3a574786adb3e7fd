package org.tinyrecursive.rna.assembly;

import java.util.List;

/**
 * How much candidates are believed: assembled ones together as much as a template whose alignment
 * scores 1.3 per residue; a template more, the better it aligns.
 */
final class Belief {
  private static final double TEMPLATE_WEIGHT = 0.2;
  private static final double TEMPLATE_STEEPNESS = 3;
  private static final double TEMPLATE_MIDDLE = 0.8;

  private Belief() {}

  /** A weight for every candidate, 0 and above. */
  static double[] in(List<Candidate> candidates) {
    long assembled = candidates.stream().filter(candidate -> !candidate.isTemplate()).count();
    return candidates.stream()
        .mapToDouble(
            candidate ->
                candidate.isTemplate()
                    ? TEMPLATE_WEIGHT
                        * Math.exp(TEMPLATE_STEEPNESS * (candidate.score() - TEMPLATE_MIDDLE))
                    : 1.0 / assembled)
        .toArray();
  }
}
