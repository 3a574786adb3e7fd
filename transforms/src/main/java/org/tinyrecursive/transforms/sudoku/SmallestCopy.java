package org.tinyrecursive.transforms.sudoku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The smallest of all symmetric copies of a grid, comparing row by row, a clue before a blank and
 * digits renamed in order of appearance.
 *
 * <p>Every orientation, first row and order of columns that give the smallest first row are
 * candidates. Further rows are chosen one at a time, and only candidates whose rows so far are
 * smallest stay: with clues first those are few after the first band. Choices between equal lines
 * of one band or stack are made once.
 */
final class SmallestCopy {
  private final SudokuShape shape;
  private final int side;
  private final byte[][] orientations;

  private SmallestCopy(SudokuGrid grid) {
    shape = grid.shape();
    side = shape.side();
    byte[] cells = grid.toCells();
    orientations =
        shape.squareBoxes() ? new byte[][] {cells, transposed(cells, side)} : new byte[][] {cells};
  }

  /** The smallest copy; for grids up to 9×9. */
  static SudokuGrid of(SudokuGrid grid) {
    return new SmallestCopy(grid).search();
  }

  private SudokuGrid search() {
    byte[] copy = new byte[shape.cells()];
    byte[] names = new byte[side + 1];
    List<PartialCopy> candidates = new ArrayList<>();
    int blanks = firstRowBlanks();
    for (byte[] cells : orientations) {
      for (int row = 0; row < side; row++) {
        if (leastBlanks(cells, row) == blanks) {
          for (int[] columns : columnOrders(cells, row, blanks)) {
            PartialCopy start = PartialCopy.start(cells, columns);
            start.copyNames(names);
            decode(start.encode(row, names), copy, 0);
            candidates.add(start.with(row, names));
          }
        }
      }
    }
    for (int row = 1; row < side; row++) {
      long smallest = Long.MAX_VALUE;
      List<PartialCopy> kept = new ArrayList<>();
      for (PartialCopy candidate : candidates) {
        for (int next = 0; next < side; next++) {
          if (mayFollow(candidate, next)) {
            candidate.copyNames(names);
            long code = candidate.encode(next, names);
            if (code < smallest) {
              smallest = code;
              kept.clear();
            }
            if (code == smallest) {
              kept.add(candidate.with(next, names));
            }
          }
        }
      }
      decode(smallest, copy, row);
      candidates = kept;
    }
    return SudokuGrid.of(shape, copy);
  }

  /** Blanks of the smallest first row: one bit per column from the left, 1 for a blank. */
  private int firstRowBlanks() {
    int smallest = Integer.MAX_VALUE;
    for (byte[] cells : orientations) {
      for (int row = 0; row < side; row++) {
        smallest = Math.min(smallest, leastBlanks(cells, row));
      }
    }
    return smallest;
  }

  /** The smallest pattern of blanks that a row can have: full stacks first, clues first in each. */
  private int leastBlanks(byte[] cells, int row) {
    int width = shape.boxColumns();
    int[] clues = new int[side / width];
    for (int column = 0; column < side; column++) {
      clues[column / width] += cells[row * side + column] == 0 ? 0 : 1;
    }
    Arrays.sort(clues);
    int pattern = 0;
    for (int stack = clues.length - 1; stack >= 0; stack--) {
      pattern = (pattern << width) | ((1 << (width - clues[stack])) - 1);
    }
    return pattern;
  }

  private List<int[]> columnOrders(byte[] cells, int row, int blanks) {
    List<int[]> orders = new ArrayList<>();
    addColumnOrders(cells, row, blanks, new int[side], 0, orders);
    return orders;
  }

  /**
   * Adds every order of columns that keeps stacks together and gives the row this pattern of
   * blanks, one for each set of equal columns.
   */
  private void addColumnOrders(
      byte[] cells, int row, int blanks, int[] order, int filled, List<int[]> orders) {
    if (filled == side) {
      orders.add(order.clone());
      return;
    }
    boolean blank = ((blanks >>> (side - 1 - filled)) & 1) != 0;
    for (int column = 0; column < side; column++) {
      if ((cells[row * side + column] == 0) == blank
          && fits(order, filled, column, shape.boxColumns())
          && !equalColumnBefore(cells, order, filled, column)) {
        order[filled] = column;
        addColumnOrders(cells, row, blanks, order, filled + 1, orders);
      }
    }
  }

  private boolean equalColumnBefore(byte[] cells, int[] order, int filled, int column) {
    int stackStart = column - column % shape.boxColumns();
    for (int other = stackStart; other < column; other++) {
      if (!contains(order, filled, other) && equalLines(cells, other, column, side)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayFollow(PartialCopy candidate, int next) {
    int[] rows = candidate.rows();
    if (!fits(rows, rows.length, next, shape.boxRows())) {
      return false;
    }
    int bandStart = next - next % shape.boxRows();
    for (int other = bandStart; other < next; other++) {
      if (!contains(rows, rows.length, other)
          && equalLines(candidate.cells(), other * side, next * side, 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line is unused and, within a started group of lines, belongs to that group. */
  private static boolean fits(int[] order, int filled, int line, int width) {
    boolean groupStarted = filled % width != 0;
    if (groupStarted && order[filled - 1] / width != line / width) {
      return false;
    }
    return !contains(order, filled, line);
  }

  private static boolean contains(int[] order, int filled, int line) {
    for (int i = 0; i < filled; i++) {
      if (order[i] == line) {
        return true;
      }
    }
    return false;
  }

  private boolean equalLines(byte[] cells, int one, int other, int step) {
    for (int i = 0; i < side; i++) {
      if (cells[one + i * step] != cells[other + i * step]) {
        return false;
      }
    }
    return true;
  }

  private void decode(long code, byte[] copy, int row) {
    for (int i = 0; i < side; i++) {
      int value = (int) (code >>> (PartialCopy.BITS * (side - 1 - i))) & PartialCopy.BLANK;
      copy[row * side + i] = value == PartialCopy.BLANK ? 0 : (byte) value;
    }
  }

  private static byte[] transposed(byte[] cells, int side) {
    byte[] out = new byte[cells.length];
    for (int i = 0; i < cells.length; i++) {
      out[i % side * side + i / side] = cells[i];
    }
    return out;
  }
}
