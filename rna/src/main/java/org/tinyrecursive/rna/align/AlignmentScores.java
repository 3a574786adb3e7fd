package org.tinyrecursive.rna.align;

/**
 * What an alignment is worth.
 *
 * @param match of two equal letters
 * @param similar of two purines or two pyrimidines
 * @param mismatch of other letters, negative
 * @param state times twice the probability of the same state of pairing, less one
 * @param gapOpen of a gap's first residue, negative
 * @param gapExtend of each further one, negative
 */
public record AlignmentScores(
    double match, double similar, double mismatch, double state, double gapOpen, double gapExtend) {
  /** Set by hand but for the gaps, chosen on structures before 2018. */
  public static final AlignmentScores DEFAULT =
      new AlignmentScores(1.2, -0.3, -0.6, 0.8, -5, -0.25);

  double letters(char a, char b) {
    if (a == b) {
      return match;
    }
    return isPurine(a) == isPurine(b) ? similar : mismatch;
  }

  private static boolean isPurine(char letter) {
    return letter == 'A' || letter == 'G';
  }
}
