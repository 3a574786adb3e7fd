package org.tinyrecursive.transforms.arc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A grid of colours 0 … 9, of 1 … 30 rows and columns. Immutable. */
public final class ArcGrid {
  /** Rows, and columns, at most. */
  public static final int MAX_SIDE = 30;

  /** Colours a cell may have: 0 … 9. */
  public static final int COLOURS = 10;

  private final int rows;
  private final int columns;
  private final byte[] cells;

  private ArcGrid(int rows, int columns, byte[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * A grid of these cells.
   *
   * @param rows 1 … 30
   * @param columns 1 … 30
   * @param cells rows · columns colours, row by row; copied
   * @throws IllegalArgumentException if a side, the number of cells or a colour is out of range
   */
  public static ArcGrid of(int rows, int columns, byte[] cells) {
    if (rows < 1 || rows > MAX_SIDE || columns < 1 || columns > MAX_SIDE) {
      throw new IllegalArgumentException(
          "grid is %d×%d, allowed: sides of 1 to %d".formatted(rows, columns, MAX_SIDE));
    }
    if (cells.length != rows * columns) {
      throw new IllegalArgumentException(
          "grid of %d×%d has %d cells".formatted(rows, columns, cells.length));
    }
    for (byte cell : cells) {
      if (cell < 0 || cell >= COLOURS) {
        throw new IllegalArgumentException(
            "colour is %d, allowed: 0 to %d".formatted(cell, COLOURS - 1));
      }
    }
    return new ArcGrid(rows, columns, cells.clone());
  }

  /**
   * A grid as {@link #toString} writes it: rows of digits, separated by slashes, such as {@code
   * 012/345}.
   *
   * @throws IllegalArgumentException if rows differ in length or a character is no digit
   */
  public static ArcGrid parse(String text) {
    String[] lines = text.split("/", -1);
    byte[] cells = new byte[lines.length * lines[0].length()];
    for (int row = 0; row < lines.length; row++) {
      if (lines[row].length() != lines[0].length()) {
        throw new IllegalArgumentException("rows of \"%s\" differ in length".formatted(text));
      }
      for (int column = 0; column < lines[0].length(); column++) {
        cells[row * lines[0].length() + column] = (byte) (lines[row].charAt(column) - '0');
      }
    }
    return of(lines.length, lines[0].length(), cells);
  }

  /** Rows, 1 … 30. */
  public int rows() {
    return rows;
  }

  /** Columns, 1 … 30. */
  public int columns() {
    return columns;
  }

  /** The colour, 0 … 9, at a row and a column from 0. */
  public int cell(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException(
          "row %d, column %d of a grid of %d×%d".formatted(row, column, rows, columns));
    }
    return cells[row * columns + column];
  }

  /** All colours, row by row; the caller's own. */
  public byte[] toCells() {
    return cells.clone();
  }

  /** All colours, row by row; shared, not to be changed. */
  byte[] cells() {
    return cells;
  }

  /** The published grid hash: sha256 over rows, columns and cells, a byte each; hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) rows);
      digest.update((byte) columns);
      return HexFormat.of().formatHex(digest.digest(cells));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArcGrid grid
        && columns == grid.columns
        && Arrays.equals(cells, grid.cells);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(cells.length + rows);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0 && i % columns == 0) {
        text.append('/');
      }
      text.append((char) ('0' + cells[i]));
    }
    return text.toString();
  }
}
