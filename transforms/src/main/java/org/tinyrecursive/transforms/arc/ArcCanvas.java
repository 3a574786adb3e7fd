package org.tinyrecursive.transforms.arc;

import java.util.Arrays;
import java.util.Optional;

/**
 * Grids as tokens: a square canvas, row by row, on which the grid lies somewhere; end markers in
 * the row below it and in the column right of it, where those are on the canvas (the published
 * tokenization: 0 pad, 1 end marker, 2 … 11 colours 0 … 9). The published canvas has 30×30 cells;
 * smaller ones are for tasks of small grids. How large a canvas is follows from its tokens.
 */
public final class ArcCanvas {
  /** Rows, and columns, of the published canvas. */
  public static final int SIDE = ArcGrid.MAX_SIDE;

  /** Tokens of the published canvas. */
  public static final int CELLS = SIDE * SIDE;

  /** Token values. */
  public static final int VOCAB_SIZE = 12;

  /** Token of a cell where nothing is. */
  public static final int PAD = 0;

  /** Token of the end markers. */
  public static final int END = 1;

  /** Token of colour 0; the other colours follow. */
  public static final int FIRST_COLOUR = 2;

  private ArcCanvas() {}

  /** Rows, and columns, of the canvas of so many tokens. */
  public static int side(byte[] tokens) {
    return (int) Math.sqrt(tokens.length);
  }

  /** The tokens of a grid that lies in the upper left corner of the published canvas. */
  public static byte[] tokens(ArcGrid grid) {
    byte[] tokens = new byte[CELLS];
    draw(grid, Augmentation.IDENTITY, 0, 0, tokens);
    return tokens;
  }

  /**
   * Draws an augmented grid without making it first.
   *
   * @param row of the canvas where the augmented grid begins, so that it fits
   * @param column where it begins
   * @param tokens [side · side] of a canvas of any side, 900 as published; overwritten
   * @throws IndexOutOfBoundsException if it does not fit
   */
  public static void draw(
      ArcGrid grid, Augmentation augmentation, int row, int column, byte[] tokens) {
    int side = side(tokens);
    Dihedral transform = augmentation.transform();
    int rows = transform.rows(grid);
    int columns = transform.columns(grid);
    if (row < 0 || column < 0 || row + rows > side || column + columns > side) {
      throw new IndexOutOfBoundsException(
          "grid of %d×%d at row %d, column %d".formatted(rows, columns, row, column));
    }
    Arrays.fill(tokens, (byte) PAD);
    byte[] cells = grid.cells();
    int rowStep = transform.rowStep(grid);
    int columnStep = transform.columnStep(grid);
    int rowStart = transform.start(grid);
    for (int r = 0; r < rows; r++) {
      int at = (row + r) * side + column;
      int from = rowStart;
      for (int end = at + columns; at < end; at++) {
        tokens[at] = (byte) (FIRST_COLOUR + augmentation.colours().apply(cells[from]));
        from += columnStep;
      }
      if (column + columns < side) {
        tokens[at] = END;
      }
      rowStart += rowStep;
    }
    if (row + rows < side) {
      int below = (row + rows) * side + column;
      Arrays.fill(tokens, below, below + columns, (byte) END);
    }
  }

  /**
   * The grid that was drawn, wherever it lies.
   *
   * @param tokens [side · side]; a prediction may hold anything
   * @return empty if these are not exactly the tokens of a drawn grid
   */
  public static Optional<ArcGrid> read(byte[] tokens) {
    int side = side(tokens);
    int first = 0;
    while (first < tokens.length && !isColour(tokens[first])) {
      first++;
    }
    if (first == tokens.length) {
      return Optional.empty();
    }
    int row = first / side;
    int column = first % side;
    int rows = 1;
    while (row + rows < side && isColour(tokens[first + rows * side])) {
      rows++;
    }
    int columns = 1;
    while (column + columns < side && isColour(tokens[first + columns])) {
      columns++;
    }
    byte[] cells = new byte[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      int token = tokens[first + i / columns * side + i % columns];
      if (!isColour(token)) {
        return Optional.empty();
      }
      cells[i] = (byte) (token - FIRST_COLOUR);
    }
    ArcGrid grid = ArcGrid.of(rows, columns, cells);
    byte[] drawn = new byte[tokens.length];
    draw(grid, Augmentation.IDENTITY, row, column, drawn);
    return Arrays.equals(drawn, tokens) ? Optional.of(grid) : Optional.empty();
  }

  private static boolean isColour(int token) {
    return token >= FIRST_COLOUR && token < VOCAB_SIZE;
  }
}
