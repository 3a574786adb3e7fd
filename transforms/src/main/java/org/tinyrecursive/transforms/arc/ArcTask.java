package org.tinyrecursive.transforms.arc;

import java.util.List;
import java.util.stream.Stream;

/**
 * A task: pairs that show its rule, and pairs that ask for it.
 *
 * @param id such as {@code 007bbfb7}; see {@link PuzzleName} for what it may not hold
 * @param train at least one pair
 * @param test at least one pair; where answers are not public, their outputs are {@link #NO_ANSWER}
 */
public record ArcTask(String id, List<ArcPair> train, List<ArcPair> test) {
  /** What stands for an answer that is not known, as in the published data. */
  public static final ArcGrid NO_ANSWER = ArcGrid.parse("0");

  /** Checks that there are pairs and that the id can be part of a puzzle's name. */
  public ArcTask {
    train = List.copyOf(train);
    test = List.copyOf(test);
    PuzzleName.checkTaskId(id);
    if (train.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "task %s has %d train and %d test pairs, expected at least one of each"
              .formatted(id, train.size(), test.size()));
    }
  }

  /** The most rows or columns that any of its grids has. */
  public int largestSide() {
    return Stream.concat(train.stream(), test.stream())
        .flatMap(pair -> Stream.of(pair.input(), pair.output()))
        .mapToInt(grid -> Math.max(grid.rows(), grid.columns()))
        .max()
        .orElseThrow();
  }
}
