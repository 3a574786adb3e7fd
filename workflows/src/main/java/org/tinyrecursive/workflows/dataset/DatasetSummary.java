package org.tinyrecursive.workflows.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SourceEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.workflows.cli.ByteText;

/** What {@code trm dataset inspect} says; the components are the keys of its JSON. */
record DatasetSummary(
    String directory,
    int formatVersion,
    String task,
    int gridRows,
    int gridColumns,
    int seqLen,
    int vocabSize,
    int numPuzzleIdentifiers,
    String compression,
    long bytes,
    long rejects,
    long seed,
    Map<String, Object> recipe,
    List<SourceEntry> sources,
    Map<String, Counts> splits,
    String manifestSha256) {

  /** One split in numbers. */
  record Counts(
      long groups, long puzzles, long examples, double meanPuzzleExamples, int shards, long bytes) {
    static Counts of(SplitManifest split) {
      return new Counts(
          split.totalGroups(),
          split.totalPuzzles(),
          split.totalExamples(),
          split.meanPuzzleExamples(),
          split.shards().size(),
          split.totalBytes());
    }
  }

  static DatasetSummary of(String directory, DatasetManifest manifest) {
    Map<String, Counts> splits = new LinkedHashMap<>();
    manifest.splits().forEach((name, split) -> splits.put(name, Counts.of(split)));
    return new DatasetSummary(
        directory,
        DatasetManifest.FORMAT_VERSION,
        manifest.task(),
        manifest.tokens().gridRows(),
        manifest.tokens().gridColumns(),
        manifest.seqLen(),
        manifest.vocabSize(),
        manifest.tokens().numPuzzleIdentifiers(),
        manifest.compression().label(),
        manifest.totalBytes(),
        manifest.rejects(),
        manifest.seed(),
        manifest.recipe(),
        manifest.sources(),
        splits,
        manifest.sha256());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "dataset", directory);
    line(
        text,
        "task",
        "%s, %d×%d, %d token values".formatted(task, gridRows, gridColumns, vocabSize));
    line(text, "format", "version %d, %s".formatted(formatVersion, compression));
    line(text, "size", ByteText.format(bytes));
    line(text, "identifiers", Integer.toString(numPuzzleIdentifiers));
    line(text, "rejects", String.format(Locale.ROOT, "%,d", rejects));
    line(text, "seed", Long.toString(seed));
    line(text, "sha256", manifestSha256);
    text.append(
        String.format(
            Locale.ROOT,
            "\n%-12s %12s %12s %12s %8s %10s\n",
            "split",
            "groups",
            "puzzles",
            "examples",
            "shards",
            "size"));
    splits.forEach(
        (name, split) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-12s %,12d %,12d %,12d %8d %10s\n",
                    name,
                    split.groups(),
                    split.puzzles(),
                    split.examples(),
                    split.shards(),
                    ByteText.format(split.bytes()))));
    text.append("\nmade from\n");
    for (SourceEntry source : sources) {
      text.append(
          "  %s, %s, sha256 %s\n"
              .formatted(source.name(), ByteText.format(source.bytes()), source.sha256()));
    }
    text.append("\nsettings");
    recipe.forEach((key, value) -> text.append("\n  %-24s %s".formatted(key, value)));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("%-12s %s\n".formatted(key, value));
  }
}
