package org.tinyrecursive.transforms.sudoku;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.statistics.WilsonInterval;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

/**
 * Counts of how well predictions answer their puzzles. Scores of parts add up to that of the whole,
 * in any order.
 *
 * @param puzzles predictions scored
 * @param exact predictions right in every cell
 * @param cells cells of all predictions, clues included, as the published accuracy counts
 * @param correctCells of these, right
 * @param blankCells cells that the questions left blank
 * @param correctBlankCells of these, right
 * @param validSudokus predictions that hold every digit once in every row, column and box, whether
 *     or not they answer the question
 * @param validAnswers of these, those that repeat every clue: right by the rules
 * @param changedClues predictions that do not repeat every clue
 * @param claims predictions whose file said whether they are correct
 * @param wrongClaims of these, where it said wrong
 * @param byClues scores by number of clues
 */
public record SudokuScore(
    long puzzles,
    long exact,
    long cells,
    long correctCells,
    long blankCells,
    long correctBlankCells,
    long validSudokus,
    long validAnswers,
    long changedClues,
    long claims,
    long wrongClaims,
    SortedMap<Integer, ClueScore> byClues)
    implements Serializable {

  /** The score of nothing. */
  public static final SudokuScore EMPTY =
      new SudokuScore(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());

  public SudokuScore {
    byClues = Collections.unmodifiableSortedMap(new TreeMap<>(byClues));
  }

  /**
   * The score of one prediction.
   *
   * @param answer the solved grid, of the question's shape
   * @throws IllegalArgumentException if the answer does not solve the question
   */
  public static SudokuScore of(SudokuPrediction prediction, SudokuGrid answer) {
    SudokuGrid question = prediction.question();
    if (!question.agreesWith(answer) || !answer.isValidSolution()) {
      throw new IllegalArgumentException(
          "answer " + answer + " does not solve the question " + question);
    }
    SudokuGrid predicted = prediction.prediction();
    int cells = question.shape().cells();
    int correct = 0;
    int correctBlank = 0;
    for (int i = 0; i < cells; i++) {
      if (predicted.cell(i) == answer.cell(i)) {
        correct++;
        correctBlank += question.cell(i) == 0 ? 1 : 0;
      }
    }
    int clues = question.clues();
    boolean exact = correct == cells;
    boolean wrongClaim =
        prediction.claim() != Claim.NONE && (prediction.claim() == Claim.CORRECT) != exact;
    SortedMap<Integer, ClueScore> byClues = new TreeMap<>();
    byClues.put(clues, new ClueScore(1, count(exact)));
    return new SudokuScore(
        1,
        count(exact),
        cells,
        correct,
        cells - clues,
        correctBlank,
        count(predicted.isValidSolution()),
        count(predicted.isValidSolution() && question.agreesWith(predicted)),
        count(!question.agreesWith(predicted)),
        count(prediction.claim() != Claim.NONE),
        count(wrongClaim),
        byClues);
  }

  /** Both together. */
  public SudokuScore plus(SudokuScore other) {
    SortedMap<Integer, ClueScore> together = new TreeMap<>(byClues);
    other.byClues.forEach((clues, score) -> together.merge(clues, score, ClueScore::plus));
    return new SudokuScore(
        puzzles + other.puzzles,
        exact + other.exact,
        cells + other.cells,
        correctCells + other.correctCells,
        blankCells + other.blankCells,
        correctBlankCells + other.correctBlankCells,
        validSudokus + other.validSudokus,
        validAnswers + other.validAnswers,
        changedClues + other.changedClues,
        claims + other.claims,
        wrongClaims + other.wrongClaims,
        together);
  }

  /** Share of predictions right in every cell, 0 … 1; 0 where there is none. */
  public double exactAccuracy() {
    return share(exact, puzzles);
  }

  /** The 95 % interval of {@link #exactAccuracy()}. */
  public WilsonInterval exactInterval() {
    return WilsonInterval.of(exact, puzzles);
  }

  /** Share of cells that are right, clues included, 0 … 1; 0 where there is none. */
  public double cellAccuracy() {
    return share(correctCells, cells);
  }

  /** Share of the questions' blank cells that are right, 0 … 1; 0 where there is none. */
  public double blankCellAccuracy() {
    return share(correctBlankCells, blankCells);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static long count(boolean counts) {
    return counts ? 1 : 0;
  }
}
