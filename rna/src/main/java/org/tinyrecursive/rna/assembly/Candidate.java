package org.tinyrecursive.rna.assembly;

/**
 * A model that may become a guess.
 *
 * @param origin where it comes from
 * @param score of the template's alignment per residue; 0 for assembled ones
 * @param xyz positions of all residues, Å, three numbers each
 */
@SuppressWarnings("ArrayRecordComponent")
public record Candidate(Origin origin, double score, double[] xyz) {
  /** Where a candidate comes from. */
  public enum Origin {
    /** A known structure, by alignment. */
    TEMPLATE,
    /** Helices and fragments of known structures. */
    ASSEMBLED,
    /** Helices and arcs of ideal geometry alone. */
    IDEAL
  }

  boolean isTemplate() {
    return origin == Origin.TEMPLATE;
  }
}
