package org.tinyrecursive.workflows.dataset;

import org.tinyrecursive.pipelines.dataset.DatasetOutput;
import org.tinyrecursive.pipelines.dataset.ExistingDataset;
import org.tinyrecursive.transforms.dataset.Compression;
import picocli.CommandLine.Option;

/** Where a dataset of puzzles goes and how it is written. Use it as a {@code @Mixin}. */
final class OutputOptions {
  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description =
          "folder to make, local or gs://bucket/folder; a dataset of the same recipe that is there"
              + " is kept, mended or brought up to date")
  private String outputDir;

  @Option(
      names = "--force",
      description = "replace a dataset at --output-dir, whatever its settings; build all anew")
  private boolean force;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "the same seed, files and options give the same bytes")
  private long seed;

  @Option(
      names = "--compression",
      paramLabel = "zstd|none",
      defaultValue = "zstd",
      description = "of the shards")
  private Compression compression;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "records that may be refused; they are written to rejects/ with their reason")
  private long maxRejects;

  /**
   * What was chosen.
   *
   * @param shards files per split at most, whose default is the task's
   */
  DatasetOutput output(int shards) {
    return new DatasetOutput(
        outputDir,
        force ? ExistingDataset.REPLACE : ExistingDataset.SAME_RECIPE,
        seed,
        shards,
        compression,
        maxRejects);
  }
}
