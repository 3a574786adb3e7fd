package org.tinyrecursive.rna.assembly;

/**
 * How many candidates are built, fewer for long targets.
 *
 * @param templates on templates
 * @param accurate on the most accurate secondary structure
 * @param sampled on sampled ones
 */
public record CandidateCounts(int templates, int accurate, int sampled) {
  private static final int LONG = 600;
  private static final int VERY_LONG = 1500;

  /** Few, to learn from: what matters is that they differ. */
  public static CandidateCounts toLearnFrom() {
    return new CandidateCounts(4, 2, 6);
  }

  /** Enough for so many guesses, at least. */
  static CandidateCounts of(int length, int guesses) {
    if (length <= LONG) {
      return new CandidateCounts(12, Math.max(12, guesses), 96);
    }
    return length <= VERY_LONG
        ? new CandidateCounts(8, Math.max(6, guesses), 26)
        : new CandidateCounts(4, guesses, 3);
  }
}
