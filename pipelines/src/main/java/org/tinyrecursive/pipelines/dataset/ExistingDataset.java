package org.tinyrecursive.pipelines.dataset;

/** What becomes of a dataset that is at the output directory already. */
public enum ExistingDataset {
  /**
   * One of the same task, seed and recipe is kept, mended, or brought up to date with its sources;
   * any other is refused.
   */
  SAME_RECIPE,
  /** Replaced by one that is built anew, whatever it holds. */
  REPLACE
}
