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
    String outcome,
    String manifestSha256,
    long rowsRead,
    long rowsRejected,
    long groups,
    long examples,
    Map<String, SplitReport> splits,
    long reusedShards,
    long bytes,
    double seconds,
    double examplesPerSecond) {

  /** One split. */
  record SplitReport(long groups, long puzzles, long examples, int shards, long bytes) {}

  static BuildReport of(DatasetBuildResult built) {
    Map<String, SplitReport> splits = new TreeMap<>();
    built.manifest().splits().forEach((name, split) -> splits.put(name, report(split)));
    return new BuildReport(
        built.location(),
        built.outcome().name().toLowerCase(Locale.ROOT),
        built.manifest().sha256(),
        built.rowsRead(),
        built.rowsRejected(),
        built.rowsKept(),
        built.examples(),
        splits,
        built.reusedShards(),
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
    return text.append(ending()).toString();
  }

  private String ending() {
    String name = manifestSha256.substring(0, 12);
    if (outcome.equals("unchanged")) {
      return String.format(
          Locale.ROOT,
          "%s is up to date: same recipe, same sources, every shard whole (manifest %s). Nothing to"
              + " do.",
          outputDir,
          name);
    }
    String verb = outcome.substring(0, 1).toUpperCase(Locale.ROOT) + outcome.substring(1);
    return String.format(
        Locale.ROOT,
        "Read %,d records, refused %,d; %s%,.0f examples/s.%n%s %s in %s (manifest %s).",
        rowsRead,
        rowsRejected,
        reusedShards == 0 ? "" : reusedShards + " shards were there already; ",
        examplesPerSecond,
        verb,
        outputDir,
        DurationText.format(Duration.ofNanos((long) (seconds * 1e9))),
        name);
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
