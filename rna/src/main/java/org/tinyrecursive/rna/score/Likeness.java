package org.tinyrecursive.rna.score;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
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
    return meanPairwise(
        guesses, (later, earlier) -> TmMode.FIXED.score(sequence, later, earlier).value());
  }

  /**
   * The same by another score.
   *
   * @param score of a later guess, divided by the resolved residues of an earlier one
   * @return NaN with fewer than two guesses
   */
  public static double meanPairwise(
      List<Coordinates> guesses, ToDoubleBiFunction<Coordinates, Coordinates> score) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < guesses.size(); a++) {
      for (int b = 0; b < a; b++) {
        sum += score.applyAsDouble(guesses.get(a), guesses.get(b));
        pairs++;
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
