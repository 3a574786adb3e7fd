package org.tinyrecursive.rna.score;

import java.util.List;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;

/** How much guesses of one target resemble each other. */
public final class Likeness {
  private Likeness() {}

  /**
   * Mean TM-score of every two guesses, residue i with residue i: 1 where all are the same. Of each
   * two, the score is divided by the resolved residues of the earlier guess.
   *
   * @return NaN with fewer than two guesses
   */
  public static double meanPairwise(Sequence sequence, List<Coordinates> guesses) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < guesses.size(); a++) {
      for (int b = 0; b < a; b++) {
        sum += TmMode.FIXED.score(sequence, guesses.get(a), guesses.get(b)).value();
        pairs++;
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
