package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A change of a Sudoku that keeps its rules: digits renamed, bands and rows within bands permuted,
 * stacks and columns within stacks permuted, and, where boxes are square, transposed. It maps
 * puzzles with one solution onto puzzles with one solution. Immutable.
 */
public final class SudokuSymmetry {
  private final SudokuShape shape;
  private final int[] sourceOfCell;
  private final byte[] tokenOfToken;

  private SudokuSymmetry(SudokuShape shape, int[] sourceOfCell, byte[] tokenOfToken) {
    this.shape = shape;
    this.sourceOfCell = sourceOfCell;
    this.tokenOfToken = tokenOfToken;
  }

  /** The symmetry that changes nothing. */
  public static SudokuSymmetry identity(SudokuShape shape) {
    int[] cells = new int[shape.cells()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i;
    }
    byte[] tokens = new byte[shape.vocabSize()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) i;
    }
    return new SudokuSymmetry(shape, cells, tokens);
  }

  /** A symmetry drawn uniformly from all of this shape. */
  public static SudokuSymmetry random(SudokuShape shape, StableRandom random) {
    int side = shape.side();
    int[] digits = random.permutation(side);
    int[] rows = lines(shape.boxRows(), side, random);
    int[] columns = lines(shape.boxColumns(), side, random);
    int transpose = shape.squareBoxes() ? random.nextInt(2) : 0;
    int[] sources = new int[shape.cells()];
    for (int i = 0; i < sources.length; i++) {
      int row = rows[i / side];
      int column = columns[i % side];
      sources[i] = transpose == 1 ? column * side + row : row * side + column;
    }
    byte[] tokens = new byte[shape.vocabSize()];
    tokens[1] = 1;
    for (int digit = 0; digit < side; digit++) {
      tokens[digit + 2] = (byte) (digits[digit] + 2);
    }
    return new SudokuSymmetry(shape, sources, tokens);
  }

  public SudokuShape shape() {
    return shape;
  }

  /**
   * The changed grid.
   *
   * @throws IllegalArgumentException if the grid has another shape
   */
  public SudokuGrid apply(SudokuGrid grid) {
    if (!grid.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "grid has " + grid.shape().cells() + " cells, expected " + shape.cells());
    }
    byte[] tokens = new byte[shape.cells()];
    applyTokens(grid.toTokens(), tokens);
    return SudokuGrid.ofTokens(shape, tokens);
  }

  /** The changed puzzle: question and answer alike, source and rating kept. */
  public SudokuPuzzle apply(SudokuPuzzle puzzle) {
    return new SudokuPuzzle(
        puzzle.source(), apply(puzzle.question()), apply(puzzle.answer()), puzzle.rating());
  }

  /**
   * Changes a grid given as tokens, without allocating.
   *
   * @param in tokens, one per cell, 0 … vocabSize − 1; pad and blank stay what they are
   * @param out receives the changed tokens; another array than {@code in}
   */
  public void applyTokens(byte[] in, byte[] out) {
    for (int i = 0; i < sourceOfCell.length; i++) {
      out[i] = tokenOfToken[in[sourceOfCell[i]]];
    }
  }

  /** The symmetry that undoes this one. */
  public SudokuSymmetry inverse() {
    int[] cells = new int[sourceOfCell.length];
    for (int i = 0; i < cells.length; i++) {
      cells[sourceOfCell[i]] = i;
    }
    byte[] tokens = new byte[tokenOfToken.length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[tokenOfToken[i]] = (byte) i;
    }
    return new SudokuSymmetry(shape, cells, tokens);
  }

  /** An order of rows (or columns) that keeps groups of {@code width} neighbours together. */
  private static int[] lines(int width, int side, StableRandom random) {
    int[] groups = random.permutation(side / width);
    int[] lines = new int[side];
    for (int group = 0; group < groups.length; group++) {
      int[] within = random.permutation(width);
      for (int i = 0; i < width; i++) {
        lines[group * width + i] = groups[group] * width + within[i];
      }
    }
    return lines;
  }
}
