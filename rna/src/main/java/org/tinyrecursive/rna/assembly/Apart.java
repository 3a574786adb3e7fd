package org.tinyrecursive.rna.assembly;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps guesses from repeating each other. Where there is one candidate only, as of a hairpin
 * without a library, all guesses would be the same; each after the first is then bent to another
 * side, so that a true structure that is bent is met by one of them.
 */
final class Apart {
  /** From this TM-score on a guess adds nothing to another; found quickly, so rather too low. */
  private static final double SAME = 0.95;

  private Apart() {}

  /** The guesses, those that repeat an earlier one bent, see {@link Bend}. */
  static List<Candidate> of(List<Candidate> guesses) {
    List<Candidate> apart = new ArrayList<>();
    int bends = 0;
    for (Candidate guess : guesses) {
      Candidate kept = guess;
      for (int side = 0; side < Bend.SIDES && repeats(kept, apart); side++) {
        double[] bent = Bend.of(guess.xyz(), bends++ % Bend.SIDES);
        kept = new Candidate(guess.origin(), guess.score(), bent);
      }
      apart.add(kept);
    }
    return apart;
  }

  private static boolean repeats(Candidate guess, List<Candidate> earlier) {
    QuickTmScore scores = new QuickTmScore(guess.xyz().length / 3);
    return earlier.stream().anyMatch(other -> scores.score(guess.xyz(), other.xyz()) >= SAME);
  }
}
