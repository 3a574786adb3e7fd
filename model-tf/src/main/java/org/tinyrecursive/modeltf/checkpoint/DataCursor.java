package org.tinyrecursive.modeltf.checkpoint;

/**
 * Where training stands in its data: all that sampling needs, with the seed, to go on.
 *
 * @param iteration iterations (of eval_interval epochs) completed
 * @param visit groups visited in the current iteration
 */
public record DataCursor(int iteration, long visit) {
  /** The beginning of training. */
  public static final DataCursor START = new DataCursor(0, 0);
}
