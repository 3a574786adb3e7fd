package org.tinyrecursive.transforms.maze;

import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The size of a maze.
 *
 * @param rows 1 to 64
 * @param columns 1 to 64; at least two cells in all, for the start and the goal
 */
public record MazeShape(int rows, int columns) {
  /** Most rows or columns. */
  public static final int MAX_SIDE = 64;

  /** Ways to go from a cell: down, right, up, left. */
  static final int DIRECTIONS = 4;

  /**
   * @throws InputRefusedException if a size is out of its range
   */
  public MazeShape {
    check("rows", rows);
    check("columns", columns);
    if (rows * columns < 2) {
      throw new InputRefusedException("a maze of 1×1 has no room for a start and a goal");
    }
  }

  /**
   * The shape of a maze of this many cells. Text of a raw file does not tell rows from columns, so
   * the rule is: what is given counts; of two sizes one is enough; where none is given the maze is
   * square.
   *
   * @param rows as the user has it, if at all
   * @param columns as the user has it, if at all
   * @throws InputRefusedException if no such maze has this many cells; the message reads on after a
   *     name: "has 600 cells, …"
   */
  public static MazeShape ofCells(int cells, OptionalInt rows, OptionalInt columns) {
    if (rows.isEmpty() && columns.isEmpty()) {
      int side = (int) Math.round(Math.sqrt(cells));
      if (side * side != cells || side > MAX_SIDE) {
        throw new InputRefusedException(
            "has %d cells, which is no square of 2 to %d; give --rows or --columns of a rectangular maze"
                .formatted(cells, MAX_SIDE));
      }
      return new MazeShape(side, side);
    }
    int known = rows.orElseGet(columns::getAsInt);
    check(rows.isPresent() ? "rows" : "columns", known);
    int other = rows.isPresent() && columns.isPresent() ? columns.getAsInt() : cells / known;
    if (known * other != cells) {
      throw new InputRefusedException(
          "has %d cells, expected %s"
              .formatted(
                  cells,
                  rows.isPresent() && columns.isPresent()
                      ? "%d: %d rows of %d".formatted(known * other, known, other)
                      : "a multiple of %d, the %s given"
                          .formatted(known, rows.isPresent() ? "rows" : "columns")));
    }
    return rows.isPresent() ? new MazeShape(known, other) : new MazeShape(other, known);
  }

  /** Number of cells, the sequence length of the model. */
  public int cells() {
    return rows * columns;
  }

  /** Whether a maze turned by 90° has the same shape. */
  public boolean isSquare() {
    return rows == columns;
  }

  /** Where a cell is, for people, counted from 1. */
  String place(int cell) {
    return "row %d, column %d".formatted(cell / columns + 1, cell % columns + 1);
  }

  /**
   * The cell beside another.
   *
   * @param direction 0 … {@link #DIRECTIONS} − 1
   * @return its index, or −1 outside the maze
   */
  int neighbour(int cell, int direction) {
    return switch (direction) {
      case 0 -> cell + columns < cells() ? cell + columns : -1;
      case 1 -> (cell + 1) % columns != 0 ? cell + 1 : -1;
      case 2 -> cell >= columns ? cell - columns : -1;
      default -> cell % columns != 0 ? cell - 1 : -1;
    };
  }

  @Override
  public String toString() {
    return rows + "×" + columns;
  }

  private static void check(String name, int value) {
    if (value < 1 || value > MAX_SIDE) {
      throw new InputRefusedException(
          "%s of a maze are %d, allowed: 1 to %d".formatted(name, value, MAX_SIDE));
    }
  }
}
