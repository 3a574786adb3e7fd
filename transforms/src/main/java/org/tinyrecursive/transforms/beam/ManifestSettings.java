package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.SourceEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/** What a manifest says before anything is built; the rest comes from shards and sources. */
public final class ManifestSettings implements Serializable {
  private static final long serialVersionUID = 1;

  /** A manifest without sources and splits, as JSON: plain data for every worker. */
  private final byte[] template;

  private ManifestSettings(byte[] template) {
    this.template = template;
  }

  /**
   * Settings as a template: a manifest whose sources, rejects and splits are empty.
   *
   * @param template its {@code num_puzzle_identifiers} grows to what the shards use
   */
  public static ManifestSettings of(DatasetManifest template) {
    return new ManifestSettings(template.toJson());
  }

  /** The manifest of these shards, made from these files. */
  DatasetManifest manifest(List<WrittenShard> shards, List<SourceSummary> summaries) {
    Map<String, TreeMap<Integer, ShardEntry>> bySplit = new TreeMap<>();
    for (WrittenShard shard : shards) {
      bySplit
          .computeIfAbsent(shard.split(), split -> new TreeMap<>())
          .put(shard.shard(), shard.entry());
    }
    TreeMap<String, SplitManifest> splits = new TreeMap<>();
    bySplit.forEach(
        (split, entries) -> splits.put(split, SplitManifest.of(List.copyOf(entries.values()))));
    DatasetManifest known = DatasetManifest.parse(template, DatasetManifest.FILE_NAME);
    return new DatasetManifest(
        known.task(),
        withIdentifiers(known.tokens(), shards),
        known.compression(),
        known.seed(),
        known.recipe(),
        summaries.stream()
            .map(
                summary ->
                    new SourceEntry(summary.source().name(), summary.bytes(), summary.sha256()))
            .toList(),
        summaries.stream().mapToLong(SourceSummary::rejected).sum(),
        splits);
  }

  private static TokenLayout withIdentifiers(TokenLayout tokens, List<WrittenShard> shards) {
    int used = 1 + shards.stream().mapToInt(WrittenShard::largestIdentifier).max().orElse(0);
    return tokens.withPuzzleIdentifiers(Math.max(used, tokens.numPuzzleIdentifiers()));
  }
}
