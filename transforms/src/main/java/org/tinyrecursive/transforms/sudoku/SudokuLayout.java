package org.tinyrecursive.transforms.sudoku;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which cells of a shape constrain each other: its units (rows, columns, boxes) and, per cell, the
 * other cells of its three units.
 */
final class SudokuLayout {
  private static final Map<SudokuShape, SudokuLayout> LAYOUTS = new ConcurrentHashMap<>();

  private final int[][] units;
  private final int[][] peers;

  private SudokuLayout(int[][] units, int[][] peers) {
    this.units = units;
    this.peers = peers;
  }

  static SudokuLayout of(SudokuShape shape) {
    return LAYOUTS.computeIfAbsent(shape, SudokuLayout::build);
  }

  /** Cells of every row, then every column, then every box; not to be written to. */
  int[][] units() {
    return units;
  }

  /** Per cell, the cells that may not hold the same digit; not to be written to. */
  int[][] peers() {
    return peers;
  }

  private static SudokuLayout build(SudokuShape shape) {
    int side = shape.side();
    int[][] units = new int[3 * side][side];
    int[] filled = new int[3 * side];
    int[][] peers = new int[shape.cells()][];
    for (int cell = 0; cell < shape.cells(); cell++) {
      for (int unit : unitsOf(shape, cell)) {
        units[unit][filled[unit]++] = cell;
      }
      int[] found = new int[3 * side];
      int count = 0;
      for (int other = 0; other < shape.cells(); other++) {
        if (other != cell && shareUnit(shape, cell, other)) {
          found[count++] = other;
        }
      }
      peers[cell] = Arrays.copyOf(found, count);
    }
    return new SudokuLayout(units, peers);
  }

  private static boolean shareUnit(SudokuShape shape, int one, int other) {
    int side = shape.side();
    return one / side == other / side
        || one % side == other % side
        || shape.boxOf(one) == shape.boxOf(other);
  }

  private static int[] unitsOf(SudokuShape shape, int cell) {
    int side = shape.side();
    return new int[] {cell / side, side + cell % side, 2 * side + shape.boxOf(cell)};
  }
}
