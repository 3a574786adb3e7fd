package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * Which rows of the raw files are wanted.
 *
 * @param seed of the sample
 * @param sampleSize rows to keep, or {@link #ALL}
 * @param minDifficulty smallest rating to keep
 * @param maxStoredRejects rejects of one file that are kept with their text; all are counted
 */
public record RowSelection(long seed, int sampleSize, int minDifficulty, long maxStoredRejects)
    implements Serializable {
  /** No sample: every row. */
  public static final int ALL = 0;

  /** Whether a sample is taken. */
  boolean isSample() {
    return sampleSize != ALL;
  }
}
