package org.tinyrecursive.workflows.score;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tinyrecursive.rna.score.GuessScore;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;

/**
 * Keys of the JSON result. TM-scores are the best of a target's guesses against its references,
 * averaged over the labelled targets; one without a prediction counts 0.
 *
 * @param meanTmScore in the mode chosen
 * @param tmMode that mode
 * @param meanFirstTmScore of the first guesses, in the mode chosen
 * @param meanLddt of the best guesses, over the targets that have one
 * @param meanRmsd of the best guesses, over the targets that have one, in Å
 * @param meanPairwiseTmScore of every two guesses of a target, over the targets with two or more: 1
 *     where all are the same
 * @param missing targets without a prediction
 */
record RnaScoreResult(
    int targets,
    double meanTmScore,
    String tmMode,
    double meanTmScoreAligned,
    double meanTmScoreFixed,
    double meanFirstTmScore,
    double meanLddt,
    double meanRmsd,
    double meanPairwiseTmScore,
    int missing,
    List<Target> perTarget) {

  /**
   * Score of one target.
   *
   * @param bestGuess number of the guess with the largest TM-score in the mode chosen, from 1
   * @param lddt of that guess, as rmsd
   */
  record Target(
      String targetId,
      int residues,
      int resolved,
      int references,
      int guesses,
      double tmScoreAligned,
      double tmScoreFixed,
      double firstTmScore,
      int bestGuess,
      double lddt,
      double rmsd,
      double pairwiseTmScore) {}

  static RnaScoreResult of(List<TargetScore> scores, TmMode mode) {
    List<Target> targets = scores.stream().map(score -> target(score, mode)).toList();
    List<Target> predicted = targets.stream().filter(target -> target.guesses() > 0).toList();
    double aligned = mean(targets, Target::tmScoreAligned);
    double fixed = mean(targets, Target::tmScoreFixed);
    return new RnaScoreResult(
        targets.size(),
        mode == TmMode.ALIGNED ? aligned : fixed,
        mode.name().toLowerCase(Locale.ROOT),
        aligned,
        fixed,
        mean(targets, Target::firstTmScore),
        mean(predicted, Target::lddt),
        mean(predicted, Target::rmsd),
        mean(predicted, Target::pairwiseTmScore),
        targets.size() - predicted.size(),
        targets);
  }

  private static Target target(TargetScore score, TmMode mode) {
    int best = score.bestGuess(mode);
    GuessScore guess =
        best == 0 ? new GuessScore(0, 0, Double.NaN, Double.NaN, 0) : score.guesses().get(best - 1);
    return new Target(
        score.targetId(),
        score.residues(),
        score.resolved(),
        score.references(),
        score.guesses().size(),
        score.best(TmMode.ALIGNED),
        score.best(TmMode.FIXED),
        score.first(mode),
        best,
        guess.lddt(),
        guess.rmsd(),
        score.pairwiseTmScore());
  }

  /** Over the values that are numbers; NaN where there is none. */
  private static double mean(List<Target> targets, ToDoubleFunction<Target> value) {
    return targets.stream()
        .mapToDouble(value)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
