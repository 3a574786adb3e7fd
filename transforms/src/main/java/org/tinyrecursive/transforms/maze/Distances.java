package org.tinyrecursive.transforms.maze;

import java.util.Arrays;

/**
 * Steps from one cell to all others, by breadth-first search over a grid that may change between
 * searches; memory is kept. Cells touch at their sides. Not safe for use by several threads.
 */
final class Distances {
  /** The distance of a cell that cannot be reached. */
  static final int UNREACHED = -1;

  private final int[] neighbours;
  private final int[] steps;
  private final int[] queue;
  private int reached;

  Distances(MazeShape shape) {
    this.neighbours = neighbours(shape);
    this.steps = new int[shape.cells()];
    this.queue = new int[shape.cells()];
  }

  /**
   * Measures from {@code from}.
   *
   * @param tokens [cells]
   * @param lowest tokens of at least this value can be entered; {@link MazeGrid#OPEN} for all but
   *     walls, {@link MazeGrid#START} for a marked path alone
   */
  Distances measure(byte[] tokens, int from, byte lowest) {
    Arrays.fill(steps, UNREACHED);
    steps[from] = 0;
    queue[0] = from;
    reached = 1;
    for (int next = 0; next < reached; next++) {
      int cell = queue[next];
      for (int direction = 0; direction < MazeShape.DIRECTIONS; direction++) {
        int beside = neighbours[cell * MazeShape.DIRECTIONS + direction];
        if (beside >= 0 && steps[beside] == UNREACHED && tokens[beside] >= lowest) {
          steps[beside] = steps[cell] + 1;
          queue[reached++] = beside;
        }
      }
    }
    return this;
  }

  /** Steps to a cell, or {@link #UNREACHED}. */
  int to(int cell) {
    return steps[cell];
  }

  /** Cells reached, the first one included. */
  int reached() {
    return reached;
  }

  /** One of the cells that are farthest away. */
  int farthest() {
    return queue[reached - 1];
  }

  /**
   * The cells on a shortest way from {@code cell} to where was measured from, both ends left out:
   * at every cell the first direction that comes nearer.
   */
  int[] wayFrom(int cell) {
    int[] way = new int[Math.max(0, steps[cell] - 1)];
    int at = cell;
    for (int i = 0; i < way.length; i++) {
      at = nearer(at);
      way[i] = at;
    }
    return way;
  }

  private int nearer(int cell) {
    for (int direction = 0; direction < MazeShape.DIRECTIONS; direction++) {
      int beside = neighbours[cell * MazeShape.DIRECTIONS + direction];
      if (beside >= 0 && steps[beside] == steps[cell] - 1) {
        return beside;
      }
    }
    throw new IllegalStateException("cell " + cell + " has no way back");
  }

  private static int[] neighbours(MazeShape shape) {
    int[] neighbours = new int[shape.cells() * MazeShape.DIRECTIONS];
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] = shape.neighbour(i / MazeShape.DIRECTIONS, i % MazeShape.DIRECTIONS);
    }
    return neighbours;
  }
}
