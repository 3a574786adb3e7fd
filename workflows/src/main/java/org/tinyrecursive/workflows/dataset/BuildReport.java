package org.tinyrecursive.workflows.dataset;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.workflows.cli.DurationText;

/** What a build of a dataset prints; components are the keys of the JSON result. */
record BuildReport(
    String outputDir,
    String manifestSha256,
    long rowsRead,
    long rowsRejected,
    long groups,
    long examples,
    Map<String, SplitReport> splits,
    long bytes,
    double seconds,
    double examplesPerSecond) {

  /** One split. */
  record SplitReport(long groups, long puzzles, long examples, int shards, long bytes) {}

  static BuildReport of(DatasetBuildResult built) {
    Map<String, SplitReport> splits = new TreeMap<>();
    built.manifest().splits().forEach((name, split) -> splits.put(name, report(split)));
    return new BuildReport(
        built.directory().toString(),
        built.manifest().sha256(),
        built.rowsRead(),
        built.rowsRejected(),
        built.rowsKept(),
        built.examples(),
        splits,
        built.manifest().totalBytes(),
        built.elapsed().toNanos() / 1e9,
        built.examplesPerSecond());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    splits.forEach(
        (name, split) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-5s  %,d puzzles, %,d examples, %d shards, %.1f MB%n",
                    name,
                    split.groups(),
                    split.examples(),
                    split.shards(),
                    split.bytes() / 1e6)));
    text.append(
        String.format(
            Locale.ROOT,
            "Read %,d rows, refused %,d; %,.0f examples/s.%nBuilt %s in %s (manifest %s).",
            rowsRead,
            rowsRejected,
            examplesPerSecond,
            outputDir,
            DurationText.format(Duration.ofNanos((long) (seconds * 1e9))),
            manifestSha256.substring(0, 12)));
    return text.toString();
  }

  private static SplitReport report(SplitManifest split) {
    return new SplitReport(
        split.totalGroups(),
        split.totalPuzzles(),
        split.totalExamples(),
        split.shards().size(),
        split.totalBytes());
  }
}
