package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How hard generated puzzles are.
 *
 * @param minBlanks fewest blank cells, 0 and above
 * @param maxBlanks most blank cells, {@code minBlanks} and above; each puzzle's number is drawn
 *     uniformly between the two
 * @param minGuesses fewest guesses that {@link SudokuSolver} needs, 0 and above
 * @param maxGuesses most guesses, {@code minGuesses} and above
 */
public record SudokuDifficulty(int minBlanks, int maxBlanks, int minGuesses, int maxGuesses) {

  /**
   * @throws InputRefusedException if a bound is negative or a range is empty
   */
  public SudokuDifficulty {
    checkRange("blanks", minBlanks, maxBlanks);
    checkRange("guesses", minGuesses, maxGuesses);
  }

  /** Puzzles with this many blanks, however many guesses they need. */
  public static SudokuDifficulty ofBlanks(int minBlanks, int maxBlanks) {
    return new SudokuDifficulty(minBlanks, maxBlanks, 0, Integer.MAX_VALUE);
  }

  private static void checkRange(String what, int min, int max) {
    if (min < 0 || max < min) {
      throw new InputRefusedException(
          String.format(
              "%s are %d to %d, allowed: 0 and above, the first not above the second",
              what, min, max));
    }
  }
}
