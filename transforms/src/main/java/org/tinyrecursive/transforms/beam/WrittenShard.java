package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.dataset.ShardEntry;

/**
 * A shard that is whole.
 *
 * @param split name of its split
 * @param shard its number in the split
 */
public record WrittenShard(
    String split,
    int shard,
    String file,
    long rows,
    long groups,
    long puzzles,
    long bytes,
    String sha256)
    implements Serializable {

  static WrittenShard of(String split, int shard, ShardEntry entry) {
    return new WrittenShard(
        split,
        shard,
        entry.file(),
        entry.rows(),
        entry.groups(),
        entry.puzzles(),
        entry.bytes(),
        entry.sha256());
  }

  /** As the manifest records it. */
  public ShardEntry entry() {
    return new ShardEntry(file, rows, groups, puzzles, bytes, sha256);
  }
}
