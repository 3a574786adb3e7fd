package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The size of a Sudoku and of its boxes.
 *
 * @param side rows, columns and digits: 4, 6, 9 or 16
 * @param boxRows rows of one box
 * @param boxColumns columns of one box
 */
public record SudokuShape(int side, int boxRows, int boxColumns) {

  /** The sides that have a shape, for messages and help. */
  public static final String ALLOWED_SIDES = "4, 6, 9 or 16";

  private static final String ALLOWED_CELLS = "16, 36, 81 or 256";

  /**
   * @throws InputRefusedException if no shape has these sizes
   */
  public SudokuShape {
    if (side != 4 && side != 6 && side != 9 && side != 16) {
      throw new InputRefusedException("Sudoku side is " + side + ", allowed: " + ALLOWED_SIDES);
    }
    int rows = rowsOfBox(side);
    if (boxRows != rows || boxColumns != side / rows) {
      throw new InputRefusedException(
          String.format(
              "boxes of a %d×%d Sudoku are %d×%d, allowed: %d×%d",
              side, side, boxRows, boxColumns, rows, side / rows));
    }
  }

  /**
   * The shape with this many rows.
   *
   * @throws InputRefusedException if {@code side} is not 4, 6, 9 or 16
   */
  public static SudokuShape ofSide(int side) {
    int rows = rowsOfBox(side);
    return new SudokuShape(side, rows, side / rows);
  }

  /**
   * The shape with this many cells.
   *
   * @throws InputRefusedException if {@code cells} is not 16, 36, 81 or 256
   */
  public static SudokuShape ofCells(int cells) {
    return switch (cells) {
      case 16 -> ofSide(4);
      case 36 -> ofSide(6);
      case 81 -> ofSide(9);
      case 256 -> ofSide(16);
      default ->
          throw new InputRefusedException("has " + cells + " cells, allowed: " + ALLOWED_CELLS);
    };
  }

  /** Number of cells: side · side, the sequence length of the model. */
  public int cells() {
    return side * side;
  }

  /** Number of token values: pad, blank and the digits. */
  public int vocabSize() {
    return side + 2;
  }

  /** Whether boxes are as high as wide, so that transposing gives a Sudoku of the same shape. */
  public boolean squareBoxes() {
    return boxRows == boxColumns;
  }

  /** The box of a cell, counted row by row from 0. */
  public int boxOf(int cell) {
    int row = cell / side;
    int column = cell % side;
    return row / boxRows * (side / boxColumns) + column / boxColumns;
  }

  private static int rowsOfBox(int side) {
    return side == 4 || side == 6 ? 2 : side == 16 ? 4 : 3;
  }
}
