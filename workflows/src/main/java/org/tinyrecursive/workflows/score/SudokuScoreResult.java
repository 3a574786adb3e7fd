package org.tinyrecursive.workflows.score;

import java.util.List;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;
import org.tinyrecursive.transforms.statistics.WilsonInterval;
import org.tinyrecursive.transforms.sudoku.ClueScore;
import org.tinyrecursive.transforms.sudoku.SudokuScore;

/**
 * Keys of the JSON result; accuracies from 0 to 1.
 *
 * @param exactAccuracyLow lower end of the 95 % Wilson interval
 * @param exactAccuracyHigh its upper end
 * @param cellAccuracy share of all cells, clues included
 * @param validSudokus predictions that are valid Sudokus, whether or not they answer the question
 * @param validAnswers of these, those that keep every clue
 * @param wrongClaims rows whose column {@code correct} is wrong
 * @param missing answers without a prediction
 * @param byClues the same by number of clues
 * @param bySource the same by source, where the answers name sources
 */
record SudokuScoreResult(
    long puzzles,
    long exact,
    double exactAccuracy,
    double exactAccuracyLow,
    double exactAccuracyHigh,
    double cellAccuracy,
    double blankCellAccuracy,
    long validSudokus,
    long validAnswers,
    long changedClues,
    long wrongClaims,
    long missing,
    long repeated,
    long rejects,
    List<Clues> byClues,
    List<Source> bySource) {

  /** Score of the puzzles with so many clues. */
  record Clues(
      int clues,
      long puzzles,
      long exact,
      double exactAccuracy,
      double exactAccuracyLow,
      double exactAccuracyHigh) {}

  /** Score of the puzzles of one source. */
  record Source(
      String source,
      long puzzles,
      long exact,
      double exactAccuracy,
      double exactAccuracyLow,
      double exactAccuracyHigh) {
    static Source of(String source, ClueScore score) {
      WilsonInterval range = score.interval();
      return new Source(
          source, score.puzzles(), score.exact(), score.exactAccuracy(), range.low(), range.high());
    }
  }

  static SudokuScoreResult of(SudokuScoreReport report) {
    SudokuScore score = report.score();
    WilsonInterval interval = score.exactInterval();
    return new SudokuScoreResult(
        score.puzzles(),
        score.exact(),
        score.exactAccuracy(),
        interval.low(),
        interval.high(),
        score.cellAccuracy(),
        score.blankCellAccuracy(),
        score.validSudokus(),
        score.validAnswers(),
        score.changedClues(),
        score.wrongClaims(),
        report.missing(),
        report.repeated(),
        report.rejects(),
        score.byClues().entrySet().stream()
            .map(
                entry -> {
                  long puzzles = entry.getValue().puzzles();
                  long exact = entry.getValue().exact();
                  WilsonInterval range = WilsonInterval.of(exact, puzzles);
                  return new Clues(
                      entry.getKey(),
                      puzzles,
                      exact,
                      (double) exact / puzzles,
                      range.low(),
                      range.high());
                })
            .toList(),
        report.bySource().entrySet().stream()
            .map(entry -> Source.of(entry.getKey(), entry.getValue()))
            .toList());
  }
}
