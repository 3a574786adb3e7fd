package org.tinyrecursive.transforms.sudoku;

import java.util.Arrays;

/**
 * A partly built symmetric copy: an orientation, an order of columns, and the rows chosen so far.
 */
final class PartialCopy {
  /** Stands for a blank in a row's code, above every digit's name. */
  static final int BLANK = 15;

  /** Bits of a row's code for one cell. */
  static final int BITS = 4;

  private final byte[] cells;
  private final int[] columns;
  private final int[] rows;
  private final byte[] names;

  private PartialCopy(byte[] cells, int[] columns, int[] rows, byte[] names) {
    this.cells = cells;
    this.columns = columns;
    this.rows = rows;
    this.names = names;
  }

  /** A copy without rows; neither array may be written to afterwards. */
  static PartialCopy start(byte[] cells, int[] columns) {
    return new PartialCopy(cells, columns, new int[0], new byte[columns.length + 1]);
  }

  byte[] cells() {
    return cells;
  }

  int[] rows() {
    return rows;
  }

  /** Names per digit, 0 for a digit not met yet; copied into {@code out}. */
  void copyNames(byte[] out) {
    System.arraycopy(names, 0, out, 0, names.length);
  }

  /** This copy with one more row, given the names that hold with it. */
  PartialCopy with(int row, byte[] namesAfter) {
    int[] more = Arrays.copyOf(rows, rows.length + 1);
    more[rows.length] = row;
    return new PartialCopy(cells, columns, more, namesAfter.clone());
  }

  /**
   * The code of a row in this copy's order of columns: smaller where a clue comes before a blank,
   * or an earlier name before a later one.
   *
   * @param names per digit its name; digits met first in this row receive the next free ones
   */
  long encode(int row, byte[] names) {
    int named = 0;
    for (byte name : names) {
      named = Math.max(named, name);
    }
    long code = 0;
    int start = row * columns.length;
    for (int column : columns) {
      int digit = cells[start + column];
      if (digit != 0 && names[digit] == 0) {
        names[digit] = (byte) ++named;
      }
      code = (code << BITS) | (digit == 0 ? BLANK : names[digit]);
    }
    return code;
  }
}
