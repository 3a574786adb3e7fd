package org.tinyrecursive.rna.score;

import java.io.Serializable;

/**
 * How near one guess is to the nearest of its references.
 *
 * @param tmAligned largest TM-score, aligned
 * @param tmFixed largest TM-score, residue i with residue i
 * @param lddt against the reference with the largest aligned TM-score; NaN where undefined
 * @param rmsd against the same, in Å
 * @param reference number of that reference, from 1
 */
public record GuessScore(double tmAligned, double tmFixed, double lddt, double rmsd, int reference)
    implements Serializable {
  /** The TM-score in a mode. */
  public double tm(TmMode mode) {
    return mode == TmMode.ALIGNED ? tmAligned : tmFixed;
  }
}
