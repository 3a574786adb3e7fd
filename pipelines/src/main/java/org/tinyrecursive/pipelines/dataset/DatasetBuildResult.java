package org.tinyrecursive.pipelines.dataset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A dataset that was built.
 *
 * @param directory where it is
 * @param manifest what it holds
 * @param rowsRead rows of the raw files, good and bad
 * @param rowsKept puzzles of the raw files that are in the dataset
 * @param rowsRejected rows refused
 * @param elapsed from the first look at the input to the rename of the whole
 */
public record DatasetBuildResult(
    Path directory,
    DatasetManifest manifest,
    long rowsRead,
    long rowsKept,
    long rowsRejected,
    Duration elapsed) {

  static DatasetBuildResult of(
      Path directory, DatasetManifest manifest, Map<String, Long> counters, Duration elapsed) {
    long groups = manifest.splits().values().stream().mapToLong(split -> split.totalGroups()).sum();
    return new DatasetBuildResult(
        directory,
        manifest,
        counters.getOrDefault(BuildCounters.READ, 0L),
        groups,
        manifest.rejects(),
        elapsed);
  }

  /** Examples of all splits. */
  public long examples() {
    return manifest.splits().values().stream().mapToLong(split -> split.totalExamples()).sum();
  }

  /** Examples written per second, over the whole build. */
  public double examplesPerSecond() {
    return examples() / Math.max(1e-9, elapsed.toNanos() / 1e9);
  }
}
