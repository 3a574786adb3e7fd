package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A number that symmetric copies of a question share, cheaply made. Mazes that differ in it are no
 * copies of each other; for those that share it, {@link MazeSymmetry#canonicalForm} decides. It is
 * a sum over all lines of how many walls and ends of the path each has, rows and columns alike.
 */
public final class MazeInvariant {
  private static final int END = MazeShape.MAX_SIDE + 1;

  private MazeInvariant() {}

  /**
   * The invariant of a question.
   *
   * @param tokens [cells] of it
   */
  public static long of(MazeShape shape, byte[] tokens) {
    int[] rows = new int[shape.rows()];
    int[] columns = new int[shape.columns()];
    for (int cell = 0; cell < tokens.length; cell++) {
      int weight =
          switch (tokens[cell]) {
            case MazeGrid.WALL -> 1;
            case MazeGrid.START, MazeGrid.GOAL -> END;
            default -> 0;
          };
      rows[cell / shape.columns()] += weight;
      columns[cell % shape.columns()] += weight;
    }
    long sum = 0;
    for (int row : rows) {
      sum += StableRandom.mix(row);
    }
    for (int column : columns) {
      sum += StableRandom.mix(column);
    }
    return sum;
  }
}
