package org.tinyrecursive.transforms.maze;

import java.util.Arrays;
import java.util.List;

/**
 * The eight symmetries of a square, in the published order of dihedral transforms; four of them
 * keep the shape of a rectangle. They map mazes onto mazes, and shortest paths onto shortest paths.
 */
public enum MazeSymmetry {
  /** Changes nothing. */
  IDENTITY,
  /** A quarter turn counter-clockwise. */
  ROTATE_90,
  /** Half a turn. */
  ROTATE_180,
  /** A quarter turn clockwise. */
  ROTATE_270,
  /** Left becomes right. */
  FLIP_LEFT_RIGHT,
  /** Up becomes down. */
  FLIP_UP_DOWN,
  /** Rows become columns. */
  TRANSPOSE,
  /** A quarter turn counter-clockwise, then left becomes right. */
  ANTI_TRANSPOSE;

  private static final List<MazeSymmetry> ALL = List.of(values());
  private static final List<MazeSymmetry> OF_RECTANGLES =
      List.of(IDENTITY, ROTATE_180, FLIP_LEFT_RIGHT, FLIP_UP_DOWN);

  /** Those that keep a shape, {@link #IDENTITY} first: all eight of a square, else four. */
  public static List<MazeSymmetry> keeping(MazeShape shape) {
    return shape.isSquare() ? ALL : OF_RECTANGLES;
  }

  /** The symmetry that undoes this one. */
  public MazeSymmetry inverse() {
    return switch (this) {
      case ROTATE_90 -> ROTATE_270;
      case ROTATE_270 -> ROTATE_90;
      default -> this;
    };
  }

  /**
   * The changed grid.
   *
   * @throws IllegalArgumentException if this symmetry does not keep its shape
   */
  public MazeGrid apply(MazeGrid grid) {
    byte[] out = new byte[grid.shape().cells()];
    applyTokens(grid.shape(), grid.toTokens(), out);
    return MazeGrid.ofTokens(grid.shape(), out);
  }

  /** The changed maze: question and answer alike, source and rating kept. */
  public MazePuzzle apply(MazePuzzle puzzle) {
    return new MazePuzzle(
        puzzle.source(), apply(puzzle.question()), apply(puzzle.answer()), puzzle.rating());
  }

  /**
   * Changes a grid given as tokens, without allocating.
   *
   * @param in [cells] tokens
   * @param out receives the changed tokens; another array than {@code in}
   * @throws IllegalArgumentException if this symmetry does not keep the shape
   */
  public void applyTokens(MazeShape shape, byte[] in, byte[] out) {
    if (!keeping(shape).contains(this)) {
      throw new IllegalArgumentException(
          "%s does not keep the shape %s, allowed: %s".formatted(this, shape, OF_RECTANGLES));
    }
    int rows = shape.rows();
    int columns = shape.columns();
    if (this == IDENTITY) {
      System.arraycopy(in, 0, out, 0, shape.cells());
      return;
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        out[row * columns + column] = in[source(row, column, rows, columns)];
      }
    }
  }

  /** The cell that comes to this row and column. */
  private int source(int row, int column, int rows, int columns) {
    return switch (this) {
      case IDENTITY -> row * columns + column;
      case ROTATE_90 -> column * columns + columns - 1 - row;
      case ROTATE_180 -> (rows - 1 - row) * columns + columns - 1 - column;
      case ROTATE_270 -> (rows - 1 - column) * columns + row;
      case FLIP_LEFT_RIGHT -> row * columns + columns - 1 - column;
      case FLIP_UP_DOWN -> (rows - 1 - row) * columns + column;
      case TRANSPOSE -> column * columns + row;
      case ANTI_TRANSPOSE -> (rows - 1 - column) * columns + columns - 1 - row;
    };
  }

  /**
   * A text that symmetric copies of a question share, and no others, to keep them out of a held-out
   * set. Going from the goal to the start counts as the same maze.
   */
  public static String canonicalForm(MazeGrid question) {
    MazeShape shape = question.shape();
    byte[] forward = question.toTokens();
    byte[] backward = forward.clone();
    for (int i = 0; i < backward.length; i++) {
      if (backward[i] == MazeGrid.START || backward[i] == MazeGrid.GOAL) {
        backward[i] = backward[i] == MazeGrid.START ? MazeGrid.GOAL : MazeGrid.START;
      }
    }
    byte[] smallest = forward;
    for (byte[] tokens : List.of(forward, backward)) {
      for (MazeSymmetry symmetry : keeping(shape)) {
        byte[] copy = new byte[tokens.length];
        symmetry.applyTokens(shape, tokens, copy);
        if (Arrays.compare(copy, smallest) < 0) {
          smallest = copy;
        }
      }
    }
    return shape + ":" + MazeGrid.ofTokens(shape, smallest).text();
  }
}
