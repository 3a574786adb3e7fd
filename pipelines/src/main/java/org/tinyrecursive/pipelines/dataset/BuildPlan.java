package org.tinyrecursive.pipelines.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.measure.Cost;

/**
 * What a build will give.
 *
 * @param splits by name
 * @param time the build will take
 */
public record BuildPlan(SortedMap<String, SplitPlan> splits, PlannedTime time) {
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

  /**
   * How long the build will take in a process of its own, on this machine as busy as it was while
   * the plan was made.
   *
   * @param cost from the first look at the input to the dataset in its place
   * @param workSeconds of its seconds: what the examples take once everything is warm; the rest is
   *     starting, reading and warming up
   * @param workers at a time
   */
  public record PlannedTime(Cost cost, double workSeconds, int workers) {}

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
