package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A dataset that is there, whole.
 *
 * @param location where it is, a local path or {@code gs://…}
 * @param outcome what the build found and did
 * @param manifest what it holds
 * @param rowsRead records of the raw files, good and bad; 0 where nothing was to be done
 * @param rowsKept puzzles of the raw files that are in the dataset
 * @param rowsRejected records refused
 * @param reusedShards shards that an earlier build had written
 * @param elapsed from the first look at the input to the rename of the whole
 */
public record DatasetBuildResult(
    String location,
    BuildOutcome outcome,
    DatasetManifest manifest,
    long rowsRead,
    long rowsKept,
    long rowsRejected,
    long reusedShards,
    Duration elapsed) {

  static DatasetBuildResult of(
      String location,
      BuildOutcome outcome,
      DatasetManifest manifest,
      Map<String, Long> counters,
      Duration elapsed) {
    long groups = manifest.splits().values().stream().mapToLong(split -> split.totalGroups()).sum();
    return new DatasetBuildResult(
        location,
        outcome,
        manifest,
        counters.getOrDefault(BuildCounters.READ, 0L),
        groups,
        manifest.rejects(),
        counters.getOrDefault(BuildCounters.REUSED_SHARDS, 0L),
        elapsed);
  }

  /** Where it is, on this machine. */
  public Path directory() {
    return Path.of(location);
  }

  /** Examples of all splits. */
  public long examples() {
    return manifest.splits().values().stream().mapToLong(split -> split.totalExamples()).sum();
  }

  /** Examples per second, over the whole build. */
  public double examplesPerSecond() {
    return examples() / Math.max(1e-9, elapsed.toNanos() / 1e9);
  }
}
