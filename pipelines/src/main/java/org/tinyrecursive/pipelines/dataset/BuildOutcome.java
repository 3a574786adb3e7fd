package org.tinyrecursive.pipelines.dataset;

/** What a build found and did. */
public enum BuildOutcome {
  /** There was no dataset: now there is. */
  BUILT,
  /** The dataset is there, whole and of the same sources: nothing was done. */
  UNCHANGED,
  /** The dataset was there, with files missing or broken: these were made again. */
  MENDED,
  /** Another dataset was there, of other sources or settings: it was replaced. */
  REPLACED
}
