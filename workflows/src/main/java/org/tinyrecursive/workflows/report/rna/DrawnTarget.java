package org.tinyrecursive.workflows.report.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.score.GuessScore;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.score.TmScore;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;

/**
 * A target as the page's script draws it.
 *
 * @param score of the target
 * @param reference positions of the known structure nearest to the best guess; null where missing
 * @param guesses laid over that structure
 * @param shown index of the guess to show first
 */
record DrawnTarget(TargetScore score, List<double[]> reference, List<Guess> guesses, int shown) {
  private static final double DECIMALS = 100;

  /**
   * One guess.
   *
   * @param points positions after the superposition
   */
  record Guess(List<double[]> points) {}

  static DrawnTarget of(
      TargetScore score, ReferenceStructures known, ReferenceStructures guessed, TmMode mode) {
    int best = score.bestGuess(mode) - 1;
    GuessScore bestScore = score.guesses().get(best);
    Coordinates reference = known.structures().get(bestScore.reference() - 1);
    List<Guess> guesses = new ArrayList<>();
    for (Coordinates guess : guessed.structures()) {
      TmScore laid = mode.score(known.sequence(), guess, reference);
      guesses.add(new Guess(points(laid.motion().apply(guess))));
    }
    return new DrawnTarget(score, points(reference), guesses, best);
  }

  private static List<double[]> points(Coordinates structure) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < structure.size(); i++) {
      points.add(
          structure.isResolved(i)
              ? new double[] {
                rounded(structure.x(i)), rounded(structure.y(i)), rounded(structure.z(i))
              }
              : null);
    }
    return points;
  }

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }
}
