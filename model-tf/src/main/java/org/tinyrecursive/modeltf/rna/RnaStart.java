package org.tinyrecursive.modeltf.rna;

/**
 * A structure that the model begins with.
 *
 * @param kind where it comes from
 * @param score of the template's alignment per residue; 0 for others
 * @param support how much it resembles the other starts of its target, 0 … 1
 * @param quality its TM-score against the known structure, 0 … 1; NaN where that is unknown
 * @param xyz positions of all residues, Å, three numbers each
 */
@SuppressWarnings("ArrayRecordComponent")
public record RnaStart(Kind kind, float score, float support, float quality, float[] xyz) {
  /** Where a start comes from. */
  public enum Kind {
    /** A known structure, by alignment. */
    TEMPLATE(0),
    /** Helices and fragments of known structures. */
    ASSEMBLED(1),
    /** Helices and arcs of ideal geometry: nothing is taken from a known structure. */
    IDEAL(2);

    private final int channel;

    Kind(int channel) {
      this.channel = channel;
    }

    /** Its place among the features. */
    int channel() {
      return channel;
    }
  }
}
