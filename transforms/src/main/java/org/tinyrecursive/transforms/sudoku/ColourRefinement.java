package org.tinyrecursive.transforms.sudoku;

import java.util.Arrays;

/**
 * A hash of a grid that its symmetric copies share (colour refinement, Weisfeiler and Leman, 1968).
 * Cells, lines, bands, boxes and digits carry colours; every round mixes into each colour the
 * multiset of its neighbours' colours. Rows and columns are treated alike, so that transposing
 * changes nothing; for square boxes only.
 */
final class ColourRefinement {
  private static final int ROUNDS = 12;

  private final SudokuGrid grid;
  private final int side;
  private final int width;
  private long[] cells;
  private final long[] lines;
  private final long[] bands;
  private final long[] boxes;
  private final long[] digits;

  private ColourRefinement(SudokuGrid grid) {
    this.grid = grid;
    side = grid.shape().side();
    width = grid.shape().boxRows();
    cells = new long[grid.shape().cells()];
    lines = new long[2 * side];
    bands = new long[2 * side / width];
    boxes = new long[side];
    digits = new long[side + 1];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = grid.cell(i) == 0 ? 1 : 2;
    }
    Arrays.fill(digits, 3);
    digits[0] = 4;
  }

  static long hash(SudokuGrid grid) {
    ColourRefinement refinement = new ColourRefinement(grid);
    for (int round = 0; round < ROUNDS; round++) {
      refinement.gather();
      refinement.spread();
    }
    long sum = 0;
    for (long colour : refinement.cells) {
      sum += mix(colour);
    }
    return mix(sum);
  }

  /** Lines, bands, boxes and digits take in their members. */
  private void gather() {
    int bandsPerKind = side / width;
    long[] lineSums = new long[lines.length];
    long[] bandSums = new long[bands.length];
    long[] boxSums = new long[boxes.length];
    long[] digitSums = new long[digits.length];
    for (int i = 0; i < cells.length; i++) {
      long colour = mix(cells[i]);
      lineSums[i / side] += colour;
      lineSums[side + i % side] += colour;
      boxSums[grid.shape().boxOf(i)] += colour;
      digitSums[grid.cell(i)] += colour;
    }
    absorb(lines, lineSums);
    absorb(boxes, boxSums);
    absorb(digits, digitSums);
    for (int line = 0; line < lines.length; line++) {
      bandSums[line / side * bandsPerKind + line % side / width] += mix(lines[line]);
    }
    absorb(bands, bandSums);
    for (int line = 0; line < lines.length; line++) {
      lines[line] = mix(lines[line] ^ mix(bands[line / side * bandsPerKind + line % side / width]));
    }
  }

  /** Cells take in their two lines, as an unordered pair, their box and their digit. */
  private void spread() {
    long[] next = new long[cells.length];
    for (int i = 0; i < cells.length; i++) {
      long pair = mix(lines[i / side]) + mix(lines[side + i % side]);
      long box = mix(boxes[grid.shape().boxOf(i)] + 5);
      next[i] = mix(cells[i] ^ mix(pair) + 3 * box) ^ mix(digits[grid.cell(i)] + 7);
    }
    cells = next;
  }

  private static void absorb(long[] colours, long[] sums) {
    for (int i = 0; i < colours.length; i++) {
      colours[i] = mix(mix(colours[i]) + 3 * sums[i]);
    }
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
