package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.dataset.ShardEntry;

/**
 * A shard that is whole.
 *
 * @param key names what it was made from, see {@link ShardKey}
 * @param split name of its split
 * @param shard its number in the split
 * @param file where it will be in the dataset; until then it lies where {@link ShardParts} says
 * @param largestIdentifier largest puzzle identifier of its rows
 * @param hasNotes whether there are notes of it, see {@link ShardNotes}
 */
public record WrittenShard(
    String key,
    String split,
    int shard,
    String file,
    long rows,
    long groups,
    long puzzles,
    long bytes,
    String sha256,
    int largestIdentifier,
    boolean hasNotes)
    implements Serializable {

  static WrittenShard of(
      String key,
      String split,
      int shard,
      ShardEntry entry,
      int largestIdentifier,
      boolean hasNotes) {
    return new WrittenShard(
        key,
        split,
        shard,
        entry.file(),
        entry.rows(),
        entry.groups(),
        entry.puzzles(),
        entry.bytes(),
        entry.sha256(),
        largestIdentifier,
        hasNotes);
  }

  /** As the manifest records it. */
  public ShardEntry entry() {
    return new ShardEntry(file, rows, groups, puzzles, bytes, sha256);
  }
}
