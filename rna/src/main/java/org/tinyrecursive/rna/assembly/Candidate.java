package org.tinyrecursive.rna.assembly;

/**
 * A model that may become a guess.
 *
 * @param origin where it comes from
 * @param score of the template's alignment per residue; 0 for assembled ones
 * @param xyz positions, three numbers a residue
 */
@SuppressWarnings("ArrayRecordComponent")
record Candidate(Origin origin, double score, double[] xyz) {
  enum Origin {
    TEMPLATE,
    ASSEMBLED
  }

  boolean isTemplate() {
    return origin == Origin.TEMPLATE;
  }
}
