package org.tinyrecursive.workflows.score;

import java.util.Locale;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.cli.TextLines;
import org.tinyrecursive.workflows.score.RnaScoreResult.Target;

/** A score for people: figures, one a line, then a table of the targets. */
final class RnaScoreText {
  private RnaScoreText() {}

  static String table(RnaScoreResult score) {
    TextLines text = new TextLines();
    text.add(
        "mean TM-score    %.4f  (best guess of %s, %s)",
        score.meanTmScore(), Counted.of(score.targets(), "target"), score.tmMode());
    text.add("  aligned        %.4f", score.meanTmScoreAligned());
    text.add("  fixed          %.4f", score.meanTmScoreFixed());
    text.add("first guesses    %.4f  (%s)", score.meanFirstTmScore(), score.tmMode());
    text.add("mean lDDT        %s  (C1', best guess)", number("%.4f", score.meanLddt()));
    text.add("mean RMSD        %s Å  (best guess)", number("%.2f", score.meanRmsd()));
    if (Double.isFinite(score.meanPairwiseTmScore())) {
      text.add(
          "pairwise         %.4f  (mean TM-score of a target's guesses to each other)",
          score.meanPairwiseTmScore());
    }
    if (score.missing() > 0) {
      text.add(
          score.missing() == 1
              ? "1 target without a prediction counts 0"
              : "%d targets without a prediction count 0",
          score.missing());
    }
    text.add("");
    int width =
        Math.max(
            6, score.perTarget().stream().mapToInt(t -> t.targetId().length()).max().orElse(6));
    text.add(
        "%-" + width + "s  residues  refs  aligned   fixed   first  best    lDDT    RMSD  pairwise",
        "target");
    for (Target target : score.perTarget()) {
      text.add(
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
    return text.toString();
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }
}
