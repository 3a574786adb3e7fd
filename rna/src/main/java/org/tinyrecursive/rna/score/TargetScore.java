package org.tinyrecursive.rna.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;

/**
 * The scores of all guesses for a target.
 *
 * @param targetId name of the target
 * @param residues of its sequence
 * @param resolved residues of the reference that has the most
 * @param references known structures
 * @param guesses in the order of the submission; empty where there is no prediction
 * @param pairwiseTmScore mean TM-score of every two guesses, see {@link Likeness}; NaN with fewer
 *     than two
 */
public record TargetScore(
    String targetId,
    int residues,
    int resolved,
    int references,
    List<GuessScore> guesses,
    double pairwiseTmScore)
    implements Serializable {
  public TargetScore {
    guesses = List.copyOf(guesses);
  }

  /** Scores guesses; none scores 0. */
  public static TargetScore of(ReferenceStructures references, List<Coordinates> guesses) {
    List<GuessScore> scores = new ArrayList<>();
    for (Coordinates guess : guesses) {
      scores.add(score(references, guess));
    }
    return new TargetScore(
        references.targetId(),
        references.sequence().length(),
        references.structures().stream().mapToInt(Coordinates::resolved).max().orElseThrow(),
        references.structures().size(),
        scores,
        Likeness.meanPairwise(references.sequence(), guesses));
  }

  /** The largest TM-score of the guesses, 0 without any: what the competition counts. */
  public double best(TmMode mode) {
    return guesses.stream().mapToDouble(guess -> guess.tm(mode)).max().orElse(0);
  }

  /** The TM-score of the first guess, 0 without any. */
  public double first(TmMode mode) {
    return guesses.isEmpty() ? 0 : guesses.get(0).tm(mode);
  }

  /** Number of the guess with the largest TM-score, from 1; 0 without any. */
  public int bestGuess(TmMode mode) {
    int best = 0;
    for (int i = 1; i <= guesses.size(); i++) {
      if (best == 0 || guesses.get(i - 1).tm(mode) > guesses.get(best - 1).tm(mode)) {
        best = i;
      }
    }
    return best;
  }

  private static GuessScore score(ReferenceStructures references, Coordinates guess) {
    double aligned = -1;
    double fixed = -1;
    int nearest = 0;
    for (int i = 0; i < references.structures().size(); i++) {
      Coordinates reference = references.structures().get(i);
      double value = TmMode.ALIGNED.score(references.sequence(), guess, reference).value();
      if (value > aligned) {
        aligned = value;
        nearest = i;
      }
      fixed = Math.max(fixed, TmMode.FIXED.score(references.sequence(), guess, reference).value());
    }
    Coordinates reference = references.structures().get(nearest);
    return new GuessScore(
        aligned, fixed, Lddt.of(guess, reference), Rmsd.of(guess, reference), nearest + 1);
  }
}
