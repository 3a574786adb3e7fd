package org.tinyrecursive.transforms.beam;

/** Names of the counters that a running build shows. */
public final class BuildCounters {
  /** Namespace of all of them. */
  public static final String NAMESPACE = "dataset";

  /** Raw records read. */
  public static final String READ = "read";

  /** Raw records refused. */
  public static final String REJECTED = "rejected";

  /** Raw records that were chosen and are being expanded. */
  public static final String KEPT = "kept";

  /** Examples written. */
  public static final String WRITTEN = "written";

  /** Augmentations drawn that are equal to an earlier one of their group, and so dropped. */
  public static final String DUPLICATE = "duplicate";

  /** Groups that have fewer augmentations than were asked for. */
  public static final String SHORT = "short";

  /** Shards that an earlier build had written whole, and that were taken over. */
  public static final String REUSED_SHARDS = "reused_shards";

  /** Puzzles that the chosen records may become, known once all are read. */
  public static final String EXPECTED_PUZZLES = "expected_puzzles";

  /** Of these, those whose records have been expanded or taken over. */
  public static final String EXPANDED_PUZZLES = "expanded_puzzles";

  private BuildCounters() {}
}
