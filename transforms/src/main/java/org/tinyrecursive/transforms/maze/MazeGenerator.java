package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws mazes whose shortest path has at least a given number of steps. Maze i is a pure function
 * of (shape, shortest path asked, seed, i). Walls are strewn at random, start and goal are put far
 * apart; while the way is too short, a cell of it is walled up, as long as another way is left. So
 * there are halls, dead ends and detours, as in the published set, and any path length that fits.
 * Safe for use by several threads.
 */
public final class MazeGenerator {
  private static final int ATTEMPTS = 400;

  /** Walls per cell at first: below the density where open cells fall apart, 0.41. */
  private static final double FEWEST_WALLS = 0.15;

  private static final double MOST_WALLS = 0.4;

  private final MazeShape shape;
  private final int minSteps;
  private final long seed;

  /**
   * @param minSteps fewest steps of the shortest path, 1 to cells − 1
   * @throws InputRefusedException if {@code minSteps} is out of its range
   */
  public MazeGenerator(MazeShape shape, int minSteps, long seed) {
    if (minSteps < 1 || minSteps >= shape.cells()) {
      throw new InputRefusedException(
          "shortest path of at least %d steps asked of a %s maze, allowed: 1 to %d"
              .formatted(minSteps, shape, shape.cells() - 1));
    }
    this.shape = shape;
    this.minSteps = minSteps;
    this.seed = seed;
  }

  /** What Maze-Hard asks, 111 steps at 30×30, in proportion to the cells of another size. */
  public static int hardSteps(MazeShape shape) {
    return shape.cells() * 110 / 900 + 1;
  }

  /**
   * The maze of this index; its rating is the steps of its shortest path.
   *
   * @throws InputRefusedException if none with so long a path is found in many attempts
   */
  public MazePuzzle puzzle(long index) {
    StableRandom random = StableRandom.of(seed, shape.rows(), shape.columns(), minSteps, index);
    Distances distances = new Distances(shape);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      byte[] tokens = strewn(random);
      if (place(tokens, distances, random) && lengthen(tokens, distances, random)) {
        return puzzle(tokens, distances);
      }
    }
    throw new InputRefusedException(
        "no %s maze with a shortest path of %d steps or more found in %d attempts;"
                .formatted(shape, minSteps, ATTEMPTS)
            + " ask for a shorter path or a larger maze");
  }

  private byte[] strewn(StableRandom random) {
    double density = FEWEST_WALLS + (MOST_WALLS - FEWEST_WALLS) * random.nextDouble();
    byte[] tokens = new byte[shape.cells()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = random.nextDouble() < density ? MazeGrid.WALL : MazeGrid.OPEN;
    }
    return tokens;
  }

  /** Puts the start as far away as possible from a random cell, and the goal from the start. */
  private boolean place(byte[] tokens, Distances distances, StableRandom random) {
    int from = random.nextInt(tokens.length);
    if (tokens[from] == MazeGrid.WALL) {
      return false;
    }
    int start = distances.measure(tokens, from, MazeGrid.OPEN).farthest();
    if (distances.measure(tokens, start, MazeGrid.OPEN).reached() < 2) {
      return false;
    }
    int goal = distances.farthest();
    tokens[start] = MazeGrid.START;
    tokens[goal] = MazeGrid.GOAL;
    return true;
  }

  /**
   * Walls up cells of the way until it is long enough. A cell without which the goal is cut off
   * stays so when walls are added: it is tried once.
   */
  private boolean lengthen(byte[] tokens, Distances distances, StableRandom random) {
    int start = find(tokens, MazeGrid.START);
    int goal = find(tokens, MazeGrid.GOAL);
    boolean[] needed = new boolean[tokens.length];
    int steps = distances.measure(tokens, goal, MazeGrid.OPEN).to(start);
    while (steps < minSteps && steps != Distances.UNREACHED) {
      int[] way = distances.wayFrom(start);
      random.shuffle(way);
      steps = Distances.UNREACHED;
      for (int i = 0; i < way.length && steps == Distances.UNREACHED; i++) {
        if (!needed[way[i]]) {
          tokens[way[i]] = MazeGrid.WALL;
          steps = distances.measure(tokens, goal, MazeGrid.OPEN).to(start);
          needed[way[i]] = steps == Distances.UNREACHED;
          tokens[way[i]] = needed[way[i]] ? MazeGrid.OPEN : MazeGrid.WALL;
        }
      }
    }
    return steps >= minSteps;
  }

  private MazePuzzle puzzle(byte[] question, Distances distances) {
    int start = find(question, MazeGrid.START);
    int goal = find(question, MazeGrid.GOAL);
    int steps = distances.measure(question, goal, MazeGrid.OPEN).to(start);
    byte[] answer = question.clone();
    for (int cell : distances.wayFrom(start)) {
      answer[cell] = MazeGrid.PATH;
    }
    return new MazePuzzle(
        "generated_" + shape.rows() + "x" + shape.columns(),
        MazeGrid.ofTokens(shape, question),
        MazeGrid.ofTokens(shape, answer),
        steps);
  }

  private static int find(byte[] tokens, byte token) {
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == token) {
        return i;
      }
    }
    throw new IllegalStateException("no token " + token);
  }
}
