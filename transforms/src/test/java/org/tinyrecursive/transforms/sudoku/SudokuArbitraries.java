package org.tinyrecursive.transforms.sudoku;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tinyrecursive.transforms.random.StableRandom;

/** Shapes, solved grids and puzzles for property tests. */
final class SudokuArbitraries {
  private SudokuArbitraries() {}

  static Arbitrary<SudokuShape> shapes() {
    return Arbitraries.of(4, 6, 9, 16).map(SudokuShape::ofSide);
  }

  /** Random symmetric copies of one pattern: valid by construction, whatever the solver does. */
  static Arbitrary<SudokuGrid> solutions() {
    return Combinators.combine(shapes(), Arbitraries.longs())
        .as(
            (shape, seed) ->
                SudokuSymmetry.random(shape, StableRandom.of(seed)).apply(pattern(shape)))
        .withoutEdgeCases();
  }

  /** Solved grids with random cells blanked; they may have several solutions. */
  static Arbitrary<SudokuPuzzle> puzzles() {
    return Combinators.combine(
            solutions(), Arbitraries.longs(), Arbitraries.integers().between(0, 5000))
        .as(
            (answer, seed, rating) ->
                new SudokuPuzzle("pattern", blanked(answer, StableRandom.of(seed)), answer, rating))
        .withoutEdgeCases();
  }

  static SudokuGrid blanked(SudokuGrid answer, StableRandom random) {
    byte[] cells = answer.toCells();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = random.nextInt(2) == 0 ? 0 : cells[i];
    }
    return SudokuGrid.of(answer.shape(), cells);
  }

  static SudokuGrid pattern(SudokuShape shape) {
    int side = shape.side();
    byte[] cells = new byte[shape.cells()];
    for (int i = 0; i < cells.length; i++) {
      int row = i / side;
      int shift = row % shape.boxRows() * shape.boxColumns() + row / shape.boxRows();
      cells[i] = (byte) ((shift + i % side) % side + 1);
    }
    return SudokuGrid.of(shape, cells);
  }
}
