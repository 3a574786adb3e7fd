package org.tinyrecursive.pipelines.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build will give.
 *
 * @param splits by name
 * @param seconds from the first look at the input to the dataset in its place
 */
public record BuildPlan(SortedMap<String, SplitPlan> splits, double seconds) {
  /**
   * One split.
   *
   * @param groups original puzzles
   * @param puzzles augmentations counted
   * @param examples rows
   * @param bytes of all shards
   * @param builtShare share of the split that was built to know this, above 0 to 1
   */
  public record SplitPlan(
      long groups, long puzzles, long examples, long bytes, double builtShare) {}

  public BuildPlan {
    splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
  }

  /** Bytes of all splits. */
  public long bytes() {
    return splits.values().stream().mapToLong(SplitPlan::bytes).sum();
  }

  /** Examples of all splits. */
  public long examples() {
    return splits.values().stream().mapToLong(SplitPlan::examples).sum();
  }
}
