package org.tinyrecursive.transforms.sudoku;

/**
 * One row of the published Sudoku CSV.
 *
 * @param source where the puzzle comes from
 * @param question the clues
 * @param answer the solved grid
 * @param rating how hard the puzzle is, 0 and up; in the published set and in ours the guesses that
 *     a solver needed
 */
public record SudokuPuzzle(String source, SudokuGrid question, SudokuGrid answer, int rating) {

  /**
   * @throws IllegalArgumentException if the answer does not solve the question, or the rating is
   *     negative
   */
  public SudokuPuzzle {
    if (!question.agreesWith(answer) || !answer.isValidSolution()) {
      throw new IllegalArgumentException(
          "answer " + answer + " does not solve the question " + question);
    }
    if (rating < 0) {
      throw new IllegalArgumentException("rating is " + rating + ", allowed: 0 and above");
    }
  }

  /** The size of the puzzle. */
  public SudokuShape shape() {
    return question.shape();
  }
}
