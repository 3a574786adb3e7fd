package org.tinyrecursive.transforms.arc.sample;

import org.tinyrecursive.transforms.arc.ArcGrid;

/** A grid in the making. Colour 0 is the background. */
final class Sketch {
  static final int BACKGROUND = 0;

  private final int rows;
  private final int columns;
  private final byte[] cells;

  private Sketch(int rows, int columns, byte[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /** All background. */
  static Sketch blank(int rows, int columns) {
    return new Sketch(rows, columns, new byte[rows * columns]);
  }

  /** A copy of a grid. */
  static Sketch of(ArcGrid grid) {
    return new Sketch(grid.rows(), grid.columns(), grid.toCells());
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** The colour of a cell; background outside. */
  int get(int row, int column) {
    return row < 0 || row >= rows || column < 0 || column >= columns
        ? BACKGROUND
        : cells[row * columns + column];
  }

  Sketch set(int row, int column, int colour) {
    cells[row * columns + column] = (byte) colour;
    return this;
  }

  /** Colours a rectangle; {@code height} and {@code width} are 0 and above. */
  Sketch fill(int top, int left, int height, int width, int colour) {
    for (int row = top; row < top + height; row++) {
      for (int column = left; column < left + width; column++) {
        set(row, column, colour);
      }
    }
    return this;
  }

  /** Whether a rectangle, cut to the grid, is all background. */
  boolean isFree(int top, int left, int height, int width) {
    for (int row = top; row < top + height; row++) {
      for (int column = left; column < left + width; column++) {
        if (get(row, column) != BACKGROUND) {
          return false;
        }
      }
    }
    return true;
  }

  ArcGrid grid() {
    return ArcGrid.of(rows, columns, cells);
  }
}
