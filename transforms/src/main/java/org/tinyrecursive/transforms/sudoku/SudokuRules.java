package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.csv.RejectedRowException;

/** Whether tokens solve a Sudoku, told without knowing its answer. */
public final class SudokuRules {
  private SudokuRules() {}

  /**
   * Reads a question whose answer is not known.
   *
   * @throws RejectedRowException if it is no grid, or repeats a digit in a row, column or box
   */
  public static SudokuGrid parseQuestion(String text) throws RejectedRowException {
    SudokuGrid question = GridField.parse("question", text);
    if (question.hasRepeatedDigit()) {
      throw new RejectedRowException("question", "repeats a digit in a row, column or box");
    }
    return question;
  }

  /**
   * Whether an answer repeats every clue and holds every digit once in every row, column and box.
   *
   * @param question [cells] tokens
   * @param answer [cells] tokens, of whatever values
   */
  public static boolean isSolution(SudokuShape shape, byte[] question, byte[] answer) {
    for (byte token : answer) {
      if (token < 2 || token > shape.side() + 1) {
        return false; // padding or a blank
      }
    }
    SudokuGrid solved = SudokuGrid.ofTokens(shape, answer);
    return SudokuGrid.ofTokens(shape, question).agreesWith(solved) && solved.isValidSolution();
  }
}
