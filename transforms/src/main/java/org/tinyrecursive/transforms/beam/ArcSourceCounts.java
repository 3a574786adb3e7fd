package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * What was found in the predictions of one source.
 *
 * @param predictions that could be read
 * @param ragged of them, whose tokens were not just a grid and its markers: it was cut out
 * @param blank of them, with no colour where the question begins: they vote for nothing
 */
public record ArcSourceCounts(long predictions, long ragged, long blank) implements Serializable {
  /** Counts of nothing. */
  public static final ArcSourceCounts NONE = new ArcSourceCounts(0, 0, 0);

  /** Both together. */
  public ArcSourceCounts plus(ArcSourceCounts other) {
    return new ArcSourceCounts(
        predictions + other.predictions, ragged + other.ragged, blank + other.blank);
  }
}
