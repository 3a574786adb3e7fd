package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Makes puzzles easier by showing cells of their answer. Which cells depends on the seed and the
 * question alone, and a puzzle with more clues keeps all of those with fewer.
 */
public final class ClueReveal {
  private ClueReveal() {}

  /**
   * The puzzle with at least this many clues; unchanged where it has as many already.
   *
   * @param clues 0 … cells
   * @throws IllegalArgumentException if {@code clues} is out of range
   */
  public static SudokuPuzzle reveal(SudokuPuzzle puzzle, int clues, long seed) {
    SudokuShape shape = puzzle.shape();
    if (clues < 0 || clues > shape.cells()) {
      throw new IllegalArgumentException("clues are " + clues + ", allowed: 0 to " + shape.cells());
    }
    int missing = clues - puzzle.question().clues();
    if (missing <= 0) {
      return puzzle;
    }
    byte[] cells = puzzle.question().toCells();
    for (int cell : StableRandom.of(seed, puzzle.question().text()).permutation(cells.length)) {
      if (missing > 0 && cells[cell] == 0) {
        cells[cell] = (byte) puzzle.answer().cell(cell);
        missing--;
      }
    }
    return new SudokuPuzzle(
        puzzle.source(), SudokuGrid.of(shape, cells), puzzle.answer(), puzzle.rating());
  }
}
