package org.tinyrecursive.transforms.beam;

import java.util.Comparator;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.TestPairs;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A task on its way to the shards.
 *
 * @param sourceIndex place of its file among all sources
 * @param use of its test pairs
 */
public record ArcRecord(ArcTask task, int sourceIndex, TestPairs use) {
  static final Comparator<ArcRecord> BY_ORIGIN =
      Comparator.<ArcRecord, String>comparing(record -> record.task().id())
          .thenComparingInt(ArcRecord::sourceIndex);

  private static final long PLACE = 0;

  /** Where the task stands among all; unsigned. */
  long place(long seed) {
    return StableRandom.of(seed, StableRandom.hash(task.id()), PLACE).nextLong();
  }
}
