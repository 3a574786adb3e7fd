package org.tinyrecursive.transforms.beam;

/** Names of the counters that a running build shows. */
public final class BuildCounters {
  /** Namespace of all of them. */
  public static final String NAMESPACE = "dataset";

  /** Rows read. */
  public static final String READ = "read";

  /** Rows refused. */
  public static final String REJECTED = "rejected";

  /** Rows that were chosen and are being expanded. */
  public static final String KEPT = "kept";

  /** Examples written. */
  public static final String WRITTEN = "written";

  private BuildCounters() {}
}
