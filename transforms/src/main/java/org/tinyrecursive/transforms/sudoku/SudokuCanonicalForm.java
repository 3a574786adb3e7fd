package org.tinyrecursive.transforms.sudoku;

/**
 * A text that symmetric copies of a grid share, to keep them out of a held-out set. A puzzle with
 * one solution is told apart by its question alone.
 *
 * <p>For 4×4, 6×6 and 9×9 the form is exact: two grids share it if and only if a {@link
 * SudokuSymmetry} maps one onto the other; it is itself such a copy, the smallest row by row. At
 * 16×16 the group is too large for that and the form is an invariant: symmetric copies share it
 * always, other grids only where colour refinement cannot tell them apart, as it never can for
 * grids without blanks. Keeping forms apart still keeps copies apart.
 */
public final class SudokuCanonicalForm {
  private SudokuCanonicalForm() {}

  /** The form of a grid; prefer grids with enough clues for one solution, emptier ones are slow. */
  public static String of(SudokuGrid grid) {
    return grid.shape().side() <= 9
        ? SmallestCopy.of(grid).text()
        : "invariant:" + Long.toHexString(ColourRefinement.hash(grid));
  }
}
