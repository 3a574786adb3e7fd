package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.beam.sdk.coders.Coder;

/**
 * Which rows of one split a raw record becomes: the rows of one group. This is all that a task must
 * say to have its records written as shards by {@link WriteShards}.
 *
 * <p>Every method is a function of the record and of the expansion's own settings, a seed among
 * them: the same record gives the same rows in any process, at any attempt. Draw what is random
 * from {@link org.tinyrecursive.transforms.random.StableRandom} of (seed, a stable key of the
 * record). An instance is used by one thread at a time.
 *
 * @param <R> the raw record: what is shuffled, so as small as can be; never an expanded example
 */
public interface GroupExpansion<R> extends Serializable {
  /** Records as bytes; equal records give equal bytes. */
  Coder<R> coder();

  /**
   * Where the record stands in its split, unsigned. A shard is a range of places of equal length,
   * so places should spread over all 64-bit values.
   */
  long place(R record);

  /** Orders records of one place, so that the order is total. */
  Comparator<R> byOrigin();

  /**
   * How many puzzle ids the record takes up, 0 and above. Cheap: it is called before anything is
   * expanded. A record whose number of puzzles is known only by expanding it returns the most there
   * can be; the ids that it does not use stay gaps, which the format allows.
   */
  int puzzles(R record);

  /**
   * Writes the rows, puzzles in ascending order and the examples of each likewise. Memory must not
   * grow with the number of puzzles beyond what a record of their hashes takes.
   */
  void expand(R record, GroupRows rows) throws IOException;

  /** Whether {@link #expand} calls {@link GroupRows#note}; false unless a task says otherwise. */
  default boolean hasNotes() {
    return false;
  }

  /**
   * Whether this split's records are counted as kept; not where another split has the same records
   * and counts them.
   */
  default boolean countsRecords() {
    return true;
  }
}
