package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.ShardEntry;

/**
 * How a split is cut into files.
 *
 * @param place where the dataset is being built
 * @param split name of the split
 * @param shards files at most, 1 and above; one that gets no group is not written
 * @param seqLen tokens per row
 * @param compression of the files
 */
public record ShardSettings(
    BuildPlace place, String split, int shards, int seqLen, Compression compression)
    implements Serializable {

  /** Path of a shard inside the dataset. */
  String fileName(int shard) {
    return ShardEntry.fileName(split, shard, shards);
  }

  /**
   * The shard of a record. Records stand in the order of their places, of which a shard is a range:
   * so the order of a split does not depend on the number of its shards.
   *
   * @param place see {@link GroupExpansion#place}
   */
  int shardOf(long place) {
    return (int) Math.multiplyHigh(place >>> 1, 2L * shards);
  }
}
