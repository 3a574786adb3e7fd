package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.ShardEntry;

/**
 * How a split is cut into files.
 *
 * @param directory where the dataset is being built, a local path
 * @param split name of the split
 * @param shards files at most, 1 and above; one that gets no group is not written
 * @param compression of the files
 * @param seed of the order of the groups
 */
public record ShardSettings(
    String directory, String split, int shards, Compression compression, long seed)
    implements Serializable {

  /** Path of a shard inside the dataset. */
  String fileName(int shard) {
    return ShardEntry.fileName(split, shard, shards);
  }

  /**
   * The shard of a row. Rows stand in the order of their {@link SudokuRow#place}, of which a shard
   * is a range: so the order of a split does not depend on the number of its shards.
   */
  int shardOf(SudokuRow row) {
    return (int) Math.multiplyHigh(row.place(seed) >>> 1, 2L * shards);
  }
}
