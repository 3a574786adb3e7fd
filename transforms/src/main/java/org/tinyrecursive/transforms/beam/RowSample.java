package org.tinyrecursive.transforms.beam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The rows with the smallest hashes of (seed, question), at most so many: a uniform sample that
 * does not depend on the order in which rows come, and samples of samples are samples. Holds no
 * more rows than asked for.
 */
final class RowSample {
  private final int size;
  private final Comparator<PuzzleRow> byPriority;
  private final PriorityQueue<PuzzleRow> largestFirst;

  /**
   * @param size rows to keep at most
   */
  RowSample(long seed, int size) {
    this.size = size;
    this.byPriority =
        Comparator.<PuzzleRow, Long>comparing(row -> row.priority(seed), Long::compareUnsigned)
            .thenComparing(PuzzleRow.BY_ORIGIN);
    this.largestFirst = new PriorityQueue<>(byPriority.reversed());
  }

  void add(PuzzleRow row) {
    if (largestFirst.size() < size) {
      largestFirst.add(row);
    } else if (byPriority.compare(row, largestFirst.peek()) < 0) {
      largestFirst.poll();
      largestFirst.add(row);
    }
  }

  /** The rows kept, in no particular order. */
  List<PuzzleRow> rows() {
    return new ArrayList<>(largestFirst);
  }
}
