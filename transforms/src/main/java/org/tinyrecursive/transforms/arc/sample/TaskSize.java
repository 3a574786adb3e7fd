package org.tinyrecursive.transforms.arc.sample;

import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * How many pairs a task has, and how large its grids are. A model that is to learn a rule within
 * minutes needs many more pairs than a person, and small grids.
 *
 * @param trainPairs of every task; 0: three to five, as tasks for people have
 * @param testPairs of every task; 0: one or two
 * @param maxSide rows and columns that a grid may have
 */
public record TaskSize(int trainPairs, int testPairs, int maxSide) {
  /** As the published tasks have it. */
  public static final TaskSize USUAL = new TaskSize(0, 0, ArcGrid.MAX_SIDE);

  /** The least side with which every kind of rule finds its grids. */
  public static final int LEAST_SIDE = 8;

  private static final int MOST_PAIRS = 4000;
  private static final int FEWEST_TRAIN_PAIRS = 3;
  private static final int MOST_TRAIN_PAIRS = 5;

  /** Checks every value; an error names the option, its value and what is allowed. */
  public TaskSize {
    check("--train-pairs", trainPairs, 0, MOST_PAIRS);
    check("--test-pairs", testPairs, 0, MOST_PAIRS);
    check("--max-side", maxSide, LEAST_SIDE, ArcGrid.MAX_SIDE);
  }

  int trainPairs(StableRandom random) {
    return trainPairs == 0
        ? Scene.between(random, FEWEST_TRAIN_PAIRS, MOST_TRAIN_PAIRS)
        : trainPairs;
  }

  /** One, or, one time in four, two; unless it is said. */
  int testPairs(StableRandom random) {
    return testPairs == 0 ? 1 + random.nextInt(4) / 3 : testPairs;
  }

  boolean allows(ArcGrid grid) {
    return grid.rows() <= maxSide && grid.columns() <= maxSide;
  }

  private static void check(String option, int value, int low, int high) {
    if (value < low || value > high) {
      throw new InputRefusedException(
          "%s is %d, allowed: %d to %d".formatted(option, value, low, high));
    }
  }
}
