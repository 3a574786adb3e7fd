package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;

/** Which residues of a prediction are compared with which of a reference. */
public enum TmMode {
  /** The competition's: whatever alignment of the chains in space scores most. */
  ALIGNED {
    @Override
    public TmScore score(Sequence sequence, Coordinates prediction, Coordinates reference) {
      return TmScoring.aligned(sequence, prediction, reference);
    }
  },
  /** Residue i with residue i. */
  FIXED {
    @Override
    public TmScore score(Sequence sequence, Coordinates prediction, Coordinates reference) {
      return TmScoring.fixed(prediction, reference);
    }
  };

  /**
   * The TM-score of a prediction. Missing positions of either side take no part; the sum is divided
   * by the number of the reference's resolved residues.
   *
   * @throws IllegalArgumentException if the three are not of one length
   */
  public abstract TmScore score(Sequence sequence, Coordinates prediction, Coordinates reference);
}
