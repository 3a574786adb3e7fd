package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.InputRefusedException;

/** Named difficulties of generated puzzles; the blanks of each grow with the grid. */
public enum SudokuLevel {
  /** Few blanks, no guess needed. */
  EASY,
  /** More blanks, no guess needed. */
  MEDIUM,
  /** Many blanks, guesses or none. */
  HARD,
  /** As many blanks as come in reasonable time, and at least one guess needed; not at 4×4. */
  EXTREME,
  /** The blanks of easy, medium and hard, whatever guesses they need. */
  MIXED;

  /**
   * What this level means for a shape.
   *
   * @throws InputRefusedException for extreme 4×4 puzzles, which do not exist
   */
  public SudokuDifficulty of(SudokuShape shape) {
    if (this == EXTREME && shape.side() == 4) {
      throw new InputRefusedException(
          "4×4 Sudokus never need a guess, so none is extreme; allowed: easy, medium, hard, mixed");
    }
    // Fewest blanks of easy, most of easy, of medium, of hard, of extreme.
    int[] blanks =
        switch (shape.side()) {
          case 4 -> new int[] {4, 6, 9, 12};
          case 6 -> new int[] {12, 16, 20, 24, 26};
          case 9 -> new int[] {30, 40, 48, 54, 57};
          default -> new int[] {60, 90, 115, 140, 150};
        };
    return switch (this) {
      case EASY -> new SudokuDifficulty(blanks[0], blanks[1], 0, 0);
      case MEDIUM -> new SudokuDifficulty(blanks[1] + 1, blanks[2], 0, 0);
      case HARD -> SudokuDifficulty.ofBlanks(blanks[2] + 1, blanks[3]);
      case EXTREME -> new SudokuDifficulty(blanks[3] + 1, blanks[4], 1, Integer.MAX_VALUE);
      case MIXED -> SudokuDifficulty.ofBlanks(blanks[0], blanks[3]);
    };
  }
}
