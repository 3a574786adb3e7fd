package org.tinyrecursive.transforms.sudoku;

import java.util.Arrays;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A Sudoku grid, immutable: one value per cell, row by row, 0 for a blank, else a digit 1 … side. A
 * grid may break the rules of Sudoku; {@link #isValidSolution()} and {@link #hasRepeatedDigit()}
 * say so.
 *
 * <p>As text: '.' (or '0') is a blank, '1' … '9' and then 'A' … 'G' are the digits 1 … 16.
 */
public final class SudokuGrid {
  private static final String DIGITS = ".123456789ABCDEFG";

  private final SudokuShape shape;
  private final byte[] cells;

  private SudokuGrid(SudokuShape shape, byte[] cells) {
    this.shape = shape;
    this.cells = cells;
  }

  /**
   * Reads a grid; its length decides the shape.
   *
   * @throws InputRefusedException if the length fits no shape, or a character is no blank and no
   *     digit of that shape
   */
  public static SudokuGrid parse(String text) {
    SudokuShape shape = SudokuShape.ofCells(text.length());
    byte[] cells = new byte[text.length()];
    for (int i = 0; i < cells.length; i++) {
      char c = text.charAt(i);
      int digit = c == '0' ? 0 : DIGITS.indexOf(c);
      if (digit < 0 || digit > shape.side()) {
        throw new InputRefusedException(
            String.format(
                "has '%s' at row %d, column %d, allowed: '.', '0', %s",
                c, i / shape.side() + 1, i % shape.side() + 1, digitRange(shape)));
      }
      cells[i] = (byte) digit;
    }
    return new SudokuGrid(shape, cells);
  }

  /**
   * A grid of these values, which are copied.
   *
   * @param cells 0 … side, row by row, as many as the shape has
   * @throws IllegalArgumentException if the number of cells or a value does not fit the shape
   */
  public static SudokuGrid of(SudokuShape shape, byte[] cells) {
    if (cells.length != shape.cells()) {
      throw new IllegalArgumentException(
          "grid has " + cells.length + " cells, expected " + shape.cells());
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] < 0 || cells[i] > shape.side()) {
        throw new IllegalArgumentException(
            "cell " + i + " is " + cells[i] + ", allowed: 0 to " + shape.side());
      }
    }
    return new SudokuGrid(shape, cells.clone());
  }

  /**
   * The grid of a model's tokens: value + 1.
   *
   * @throws IllegalArgumentException if a token is pad (0) or above side + 1
   */
  public static SudokuGrid ofTokens(SudokuShape shape, byte[] tokens) {
    byte[] cells = new byte[tokens.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) (tokens[i] - 1);
    }
    return of(shape, cells);
  }

  public SudokuShape shape() {
    return shape;
  }

  /** The value of a cell, 0 for a blank. */
  public int cell(int index) {
    return cells[index];
  }

  /** Number of cells that hold a digit. */
  public int clues() {
    int clues = 0;
    for (byte cell : cells) {
      clues += cell == 0 ? 0 : 1;
    }
    return clues;
  }

  /** Whether every row, column and box holds every digit once. */
  public boolean isValidSolution() {
    return clues() == cells.length && !hasRepeatedDigit();
  }

  /** Whether some row, column or box holds a digit twice. */
  public boolean hasRepeatedDigit() {
    int side = shape.side();
    int[] rows = new int[side];
    int[] columns = new int[side];
    int[] boxes = new int[side];
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == 0) {
        continue;
      }
      int bit = 1 << cells[i];
      int row = i / side;
      int column = i % side;
      int box = shape.boxOf(i);
      if (((rows[row] | columns[column] | boxes[box]) & bit) != 0) {
        return true;
      }
      rows[row] |= bit;
      columns[column] |= bit;
      boxes[box] |= bit;
    }
    return false;
  }

  /** Whether {@code answer} has this shape and repeats every clue of this grid. */
  public boolean agreesWith(SudokuGrid answer) {
    if (!shape.equals(answer.shape)) {
      return false;
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != 0 && cells[i] != answer.cells[i]) {
        return false;
      }
    }
    return true;
  }

  /** The model's tokens: value + 1, so that a blank is 1 and 0 is left for pad. */
  public byte[] toTokens() {
    byte[] tokens = new byte[cells.length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) (cells[i] + 1);
    }
    return tokens;
  }

  /** The values, 0 for a blank, row by row; a fresh array. */
  public byte[] toCells() {
    return cells.clone();
  }

  /** The grid as text with '.' for blanks; {@link #parse} reads it back. */
  public String text() {
    char[] text = new char[cells.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = DIGITS.charAt(cells[i]);
    }
    return new String(text);
  }

  private static String digitRange(SudokuShape shape) {
    return shape.side() <= 9
        ? "'1' to '" + shape.side() + "'"
        : "'1' to '9', 'A' to '" + DIGITS.charAt(shape.side()) + "'";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SudokuGrid grid && Arrays.equals(cells, grid.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return text();
  }
}
