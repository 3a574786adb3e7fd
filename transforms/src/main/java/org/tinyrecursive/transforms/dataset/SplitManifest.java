package org.tinyrecursive.transforms.dataset;

import java.util.List;

/**
 * One split as the manifest records it.
 *
 * @param totalGroups groups: original puzzles, each with all its augmentations
 * @param totalPuzzles puzzles, augmentations counted
 * @param totalExamples rows
 * @param meanPuzzleExamples examples per puzzle; 0 where there is no puzzle
 * @param shards in the order of their rows
 */
public record SplitManifest(
    long totalGroups,
    long totalPuzzles,
    long totalExamples,
    double meanPuzzleExamples,
    List<ShardEntry> shards) {
  public SplitManifest {
    shards = List.copyOf(shards);
  }

  /** The split that these shards make. */
  public static SplitManifest of(List<ShardEntry> shards) {
    long groups = shards.stream().mapToLong(ShardEntry::groups).sum();
    long puzzles = shards.stream().mapToLong(ShardEntry::puzzles).sum();
    long rows = shards.stream().mapToLong(ShardEntry::rows).sum();
    double mean = puzzles == 0 ? 0 : (double) rows / puzzles;
    return new SplitManifest(groups, puzzles, rows, mean, shards);
  }

  /** Bytes of all shards. */
  public long totalBytes() {
    return shards.stream().mapToLong(ShardEntry::bytes).sum();
  }
}
