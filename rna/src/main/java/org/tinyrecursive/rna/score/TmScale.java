package org.tinyrecursive.rna.score;

/**
 * Distances that a TM-score is measured with, in Å.
 *
 * @param length by which the sum over residues is divided
 * @param d0 distance at which a residue counts one half
 * @param d0Search radius within which residues are superposed in the next round
 * @param cutoff beyond which a pair counts nothing; infinite where all count
 */
record TmScale(double length, double d0, double d0Search, double cutoff) {
  private static final double LEAST_SEARCH = 4.5;
  private static final double MOST_SEARCH = 8;

  /** The scale of RNA (Gong, Zhang, Zhang, 2019), as the score is reported. */
  static TmScale ofRna(int length) {
    double d0 = rnaD0(length);
    return new TmScale(length, d0, searchRadius(d0), Double.POSITIVE_INFINITY);
  }

  /** While alignments are sought: that of proteins, made wider, whatever the molecule. */
  static TmScale ofSearch(int shorter) {
    double d0 = (shorter <= 19 ? 0.168 : 1.24 * Math.cbrt(shorter - 15.0) - 1.8) + 0.8;
    double cutoff = 1.5 * Math.pow(shorter, 0.3) + 3.5;
    return new TmScale(shorter, d0, searchRadius(d0), cutoff);
  }

  /** The same distances, divided by another length. */
  TmScale dividedBy(double other) {
    return new TmScale(other, d0, d0Search, cutoff);
  }

  private static double rnaD0(int length) {
    if (length < 12) {
      return 0.3;
    }
    if (length < 16) {
      return 0.4;
    }
    if (length < 20) {
      return 0.5;
    }
    if (length < 24) {
      return 0.6;
    }
    return length < 30 ? 0.7 : 0.6 * Math.sqrt(length - 0.5) - 2.5;
  }

  private static double searchRadius(double d0) {
    return Math.min(MOST_SEARCH, Math.max(LEAST_SEARCH, d0));
  }
}
