package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import org.tinyrecursive.transforms.dataset.Compression;

/**
 * Where a dataset goes and how it is written, whatever its task.
 *
 * @param directory a local path or {@code gs://bucket/folder}
 * @param ifThere what becomes of a dataset that is there already
 * @param seed of everything random
 * @param shards files per split at most, 1 to 10,000
 * @param compression of the shards
 * @param maxRejects records that may be refused
 */
public record DatasetOutput(
    String directory,
    ExistingDataset ifThere,
    long seed,
    int shards,
    Compression compression,
    long maxRejects) {
  private static final int MAX_SHARDS = 10_000;

  /**
   * @throws org.tinyrecursive.transforms.InputRefusedException if a value is out of its range
   */
  public DatasetOutput {
    OptionRange.check("--shards", shards, 1, MAX_SHARDS);
    OptionRange.check("--max-rejects", maxRejects, 0, Long.MAX_VALUE);
  }

  /** A local folder, where only a dataset of the same recipe is kept. */
  public DatasetOutput(
      Path directory, long seed, int shards, Compression compression, long maxRejects) {
    this(directory.toString(), ExistingDataset.SAME_RECIPE, seed, shards, compression, maxRejects);
  }
}
