package org.tinyrecursive.workflows.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.pipelines.dataset.RnaDatasetManifest;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.workflows.cli.ByteText;

/** What {@code trm dataset inspect} says of RNA; the components are the keys of its JSON. */
record RnaDatasetSummary(
    String directory,
    String format,
    int formatVersion,
    int maxLength,
    String temporalCutoff,
    String compression,
    long rejects,
    List<String> sequences,
    List<String> labels,
    Map<String, Counts> splits) {

  /** One split in numbers. */
  record Counts(
      long targets, long rows, long residues, long unresolvedWindows, int shards, long bytes) {
    private Counts plus(RnaShardSummary shard) {
      return new Counts(
          targets + shard.targets(),
          rows + shard.rows(),
          residues + shard.residues(),
          unresolvedWindows + shard.unresolvedWindows(),
          shards + 1,
          bytes + shard.bytes());
    }
  }

  static RnaDatasetSummary of(String directory, RnaDatasetManifest manifest) {
    Map<String, Counts> splits = new LinkedHashMap<>();
    for (RnaShardSummary shard : manifest.shards()) {
      Counts before = splits.getOrDefault(shard.split(), new Counts(0, 0, 0, 0, 0, 0));
      splits.put(shard.split(), before.plus(shard));
    }
    return new RnaDatasetSummary(
        directory,
        manifest.format(),
        manifest.formatVersion(),
        manifest.maxLength(),
        manifest.temporalCutoff(),
        manifest.compression(),
        manifest.rejects(),
        manifest.sequences(),
        manifest.labels(),
        splits);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                %s: RNA structures, format %d, compression %s
                rows         at most %,d residues; training up to %s
                made from    %s; %s
                left out     %,d records
                """,
                directory,
                formatVersion,
                compression,
                maxLength,
                temporalCutoff,
                String.join(", ", sequences),
                String.join(", ", labels),
                rejects));
    splits.forEach(
        (name, split) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-12s %,d targets, %,d rows, %,d residues in %d shards, %s%n",
                    name,
                    split.targets(),
                    split.rows(),
                    split.residues(),
                    split.shards(),
                    ByteText.format(split.bytes()))));
    return text.toString().stripTrailing();
  }
}
