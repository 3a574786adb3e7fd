package org.tinyrecursive.workflows.score;

import org.tinyrecursive.transforms.beam.SudokuScoreReport;
import org.tinyrecursive.workflows.cli.TextLines;
import org.tinyrecursive.workflows.score.SudokuScoreResult.Clues;
import org.tinyrecursive.workflows.score.SudokuScoreResult.Source;

/** A score for people. */
final class SudokuScoreText {
  private final SudokuScoreResult score;

  SudokuScoreText(SudokuScoreReport report) {
    score = SudokuScoreResult.of(report);
  }

  /** Figures, one a line, then a table by clues where there is more than one number of them. */
  String table() {
    TextLines text = new TextLines();
    text.add(
        "exact accuracy   %.2f %%  (%,d of %,d; 95 %% interval %.2f to %.2f %%)",
        100 * score.exactAccuracy(),
        score.exact(),
        score.puzzles(),
        100 * score.exactAccuracyLow(),
        100 * score.exactAccuracyHigh());
    text.add(
        "cell accuracy    %.2f %%  (%.2f %% of the blank cells)",
        100 * score.cellAccuracy(), 100 * score.blankCellAccuracy());
    text.add(
        "valid Sudokus    %,d of %,d, %,d of them with every clue kept",
        score.validSudokus(), score.puzzles(), score.validAnswers());
    text.note(score.changedClues(), "predictions that change a clue");
    text.note(score.wrongClaims(), "rows whose column correct is wrong");
    text.note(score.missing(), "answers without a prediction");
    text.note(score.repeated(), "predictions of a question beyond its first");
    text.note(score.rejects(), "rows refused");
    if (score.byClues().size() > 1) {
      text.add("");
      text.add("clues  puzzles    exact  95 %% interval");
      for (Clues clues : score.byClues()) {
        text.add(
            "%5d  %,7d  %5.1f %%  %.1f to %.1f %%",
            clues.clues(),
            clues.puzzles(),
            100 * clues.exactAccuracy(),
            100 * clues.exactAccuracyLow(),
            100 * clues.exactAccuracyHigh());
      }
    }
    bySource(text);
    return text.toString();
  }

  private void bySource(TextLines text) {
    if (score.bySource().isEmpty()) {
      return;
    }
    text.add("");
    text.add("puzzles    exact  95 %% interval     source");
    for (Source source : score.bySource()) {
      text.add(
          "%,7d  %5.1f %%  %5.1f to %5.1f %%  %s",
          source.puzzles(),
          100 * source.exactAccuracy(),
          100 * source.exactAccuracyLow(),
          100 * source.exactAccuracyHigh(),
          source.source());
    }
  }
}
