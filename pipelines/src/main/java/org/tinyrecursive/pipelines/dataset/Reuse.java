package org.tinyrecursive.pipelines.dataset;

/** Whether a build takes over shards that earlier ones made of the same records. */
enum Reuse {
  /** Those of the dataset that is there, and of builds that were killed. */
  WHOLE_SHARDS,
  /** Everything is made anew. */
  NOTHING
}
