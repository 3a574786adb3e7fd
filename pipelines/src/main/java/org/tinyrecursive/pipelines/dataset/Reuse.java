package org.tinyrecursive.pipelines.dataset;

/** What a build takes over of what earlier ones made of the same records. */
enum Reuse {
  /** Those of the dataset that is there, and of builds that were killed. */
  WHOLE_SHARDS,
  /**
   * These, and the files beside them: recipe and raw files are those of the dataset that is there,
   * so all its shards will be there again.
   */
  WHOLE_SHARDS_AND_COMPANIONS,
  /** Everything is made anew. */
  NOTHING
}
