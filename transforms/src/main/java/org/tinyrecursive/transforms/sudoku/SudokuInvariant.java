package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A number that symmetric copies of a grid share, cheaply made. Grids that differ in it are no
 * copies of each other; for those that share it, {@link SudokuCanonicalForm} decides.
 *
 * <p>Two rounds of colour refinement over the clues alone: a clue is first told by how many clues
 * its lines, its box and its digit have, then by those of the clues that it shares these with. Rows
 * and columns count alike, so that transposing changes nothing.
 */
public final class SudokuInvariant {
  private SudokuInvariant() {}

  /** The invariant of a grid of any shape. */
  public static long of(SudokuGrid grid) {
    SudokuShape shape = grid.shape();
    long[] colours = new long[shape.cells()];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = grid.cell(i) == 0 ? 0 : 1;
    }
    refine(grid, colours);
    refine(grid, colours);
    long sum = 0;
    for (long colour : colours) {
      sum += colour == 0 ? 0 : StableRandom.mix(colour);
    }
    return sum;
  }

  /** Each clue takes in the clues of its lines, as an unordered pair, of its box and its digit. */
  private static void refine(SudokuGrid grid, long[] colours) {
    int side = grid.shape().side();
    long[] rows = new long[side];
    long[] columns = new long[side];
    long[] boxes = new long[side];
    long[] digits = new long[side + 1];
    for (int i = 0; i < colours.length; i++) {
      long colour = colours[i];
      if (colour != 0) {
        rows[i / side] += colour;
        columns[i % side] += colour;
        boxes[grid.shape().boxOf(i)] += colour;
        digits[grid.cell(i)] += colour;
      }
    }
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] != 0) {
        long lines = StableRandom.mix(rows[i / side]) + StableRandom.mix(columns[i % side]);
        long box = boxes[grid.shape().boxOf(i)];
        colours[i] =
            StableRandom.mix(
                    lines
                        + 3 * StableRandom.mix(box + 5)
                        + 7 * StableRandom.mix(digits[grid.cell(i)] + 11))
                | 1;
      }
    }
  }
}
