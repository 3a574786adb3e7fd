package org.tinyrecursive.workflows.score;

import static org.tinyrecursive.workflows.score.ScoreLines.line;

import java.util.Locale;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.score.RnaScoreResult.Target;

/** A score for people: figures, one a line, then a table of the targets. */
final class RnaScoreText {
  private RnaScoreText() {}

  static String table(RnaScoreResult score) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "mean TM-score    %.4f  (best guess of %s, %s)",
        score.meanTmScore(),
        Counted.of(score.targets(), "target"),
        score.tmMode());
    line(text, "  aligned        %.4f", score.meanTmScoreAligned());
    line(text, "  fixed          %.4f", score.meanTmScoreFixed());
    line(text, "first guesses    %.4f  (%s)", score.meanFirstTmScore(), score.tmMode());
    line(text, "mean lDDT        %.4f  (C1', best guess)", score.meanLddt());
    line(text, "mean RMSD        %.2f Å  (best guess)", score.meanRmsd());
    if (Double.isFinite(score.meanPairwiseTmScore())) {
      line(
          text,
          "pairwise         %.4f  (mean TM-score of a target's guesses to each other)",
          score.meanPairwiseTmScore());
    }
    if (score.missing() > 0) {
      line(
          text,
          score.missing() == 1
              ? "1 target without a prediction counts 0"
              : "%d targets without a prediction count 0",
          score.missing());
    }
    line(text, "");
    int width =
        Math.max(
            6, score.perTarget().stream().mapToInt(t -> t.targetId().length()).max().orElse(6));
    line(
        text,
        "%-" + width + "s  residues  refs  aligned   fixed   first  best    lDDT    RMSD  pairwise",
        "target");
    for (Target target : score.perTarget()) {
      line(
          text,
          "%-" + width + "s  %8d  %4d   %6.4f  %6.4f  %6.4f  %4s  %6s  %6s  %8s",
          target.targetId(),
          target.residues(),
          target.references(),
          target.tmScoreAligned(),
          target.tmScoreFixed(),
          target.firstTmScore(),
          target.bestGuess() == 0 ? "–" : "#" + target.bestGuess(),
          number("%.4f", target.lddt()),
          number("%.2f", target.rmsd()),
          number("%.4f", target.pairwiseTmScore()));
    }
    return text.toString().stripTrailing();
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }
}
