package org.tinyrecursive.transforms.arc;

/**
 * The eight symmetries of the square, in the published numbering. Turns are counter-clockwise.
 *
 * <p>Each is a way to walk over the source: from one of its corners, along its rows or its columns.
 */
public enum Dihedral {
  IDENTITY(0, false, false, false),
  ROTATE_90(1, true, false, true),
  ROTATE_180(2, false, true, true),
  ROTATE_270(3, true, true, false),
  FLIP_LEFT_RIGHT(4, false, false, true),
  FLIP_UP_DOWN(5, false, true, false),
  TRANSPOSE(6, true, false, false),
  /** Turned by 90°, then flipped left-right. */
  TRANSPOSE_OTHER_DIAGONAL(7, true, true, true);

  private static final Dihedral[] ALL = values();

  private final int number;
  private final boolean swapsSides;
  private final boolean fromLastRow;
  private final boolean fromLastColumn;

  Dihedral(int number, boolean swapsSides, boolean fromLastRow, boolean fromLastColumn) {
    this.number = number;
    this.swapsSides = swapsSides;
    this.fromLastRow = fromLastRow;
    this.fromLastColumn = fromLastColumn;
  }

  /**
   * The transform of that published number.
   *
   * @throws IllegalArgumentException if it is none of 0 … 7
   */
  public static Dihedral of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalArgumentException(
          "transform is %d, allowed: 0 to %d".formatted(number, ALL.length - 1));
    }
    return ALL[number];
  }

  /** The published number, 0 … 7. */
  public int number() {
    return number;
  }

  /** The transform that undoes this one. */
  public Dihedral inverse() {
    return switch (this) {
      case ROTATE_90 -> ROTATE_270;
      case ROTATE_270 -> ROTATE_90;
      default -> this;
    };
  }

  /** The transformed grid. */
  public ArcGrid apply(ArcGrid grid) {
    byte[] cells = new byte[grid.rows() * grid.columns()];
    int columns = columns(grid);
    int from = start(grid);
    for (int row = 0; row < rows(grid); row++) {
      for (int column = 0; column < columns; column++) {
        cells[row * columns + column] =
            grid.cells()[from + row * rowStep(grid) + column * columnStep(grid)];
      }
    }
    return ArcGrid.of(rows(grid), columns, cells);
  }

  /** Rows of the transformed grid. */
  int rows(ArcGrid grid) {
    return swapsSides ? grid.columns() : grid.rows();
  }

  /** Columns of the transformed grid. */
  int columns(ArcGrid grid) {
    return swapsSides ? grid.rows() : grid.columns();
  }

  /** Index in the source of the transformed grid's first cell. */
  int start(ArcGrid grid) {
    return (fromLastRow ? (grid.rows() - 1) * grid.columns() : 0)
        + (fromLastColumn ? grid.columns() - 1 : 0);
  }

  /** How far the index in the source moves from one transformed row to the next. */
  int rowStep(ArcGrid grid) {
    return swapsSides ? alongColumns() : alongRows(grid);
  }

  /** How far the index in the source moves from one transformed column to the next. */
  int columnStep(ArcGrid grid) {
    return swapsSides ? alongRows(grid) : alongColumns();
  }

  private int alongRows(ArcGrid grid) {
    return fromLastRow ? -grid.columns() : grid.columns();
  }

  private int alongColumns() {
    return fromLastColumn ? -1 : 1;
  }
}
