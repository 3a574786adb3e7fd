package org.tinyrecursive.pipelines.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;

/**
 * Under which names the shards of a new dataset can be put beside those of an old one, which stays
 * readable meanwhile: where both have a shard of one name and of other bytes, the new one's name
 * has a part of its sha256.
 */
final class ShardNames {
  private static final int SHA256_DIGITS = 12;
  private static final String SUFFIX = ".arrow";

  private final Map<String, String> meanwhile;

  private ShardNames(Map<String, String> meanwhile) {
    this.meanwhile = meanwhile;
  }

  /** Names for the time when both are there. */
  static ShardNames beside(List<ShardEntry> old, DatasetManifest next) {
    Map<String, String> taken = new HashMap<>();
    old.forEach(shard -> taken.put(shard.file(), shard.sha256()));
    Map<String, String> meanwhile = new TreeMap<>();
    for (SplitManifest split : next.splits().values()) {
      for (ShardEntry shard : split.shards()) {
        if (!taken.getOrDefault(shard.file(), shard.sha256()).equals(shard.sha256())) {
          meanwhile.put(shard.file(), other(shard));
        }
      }
    }
    return new ShardNames(meanwhile);
  }

  private static String other(ShardEntry shard) {
    String file = shard.file();
    String stem = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    return stem + "." + shard.sha256().substring(0, SHA256_DIGITS) + SUFFIX;
  }

  /** Whether every shard can have its own name at once. */
  boolean areFinal() {
    return meanwhile.isEmpty();
  }

  /** The name of a shard for now. */
  String of(String file) {
    return meanwhile.getOrDefault(file, file);
  }

  /** The same dataset with its shards under these names. */
  DatasetManifest apply(DatasetManifest manifest) {
    SortedMap<String, SplitManifest> splits = new TreeMap<>();
    manifest
        .splits()
        .forEach(
            (name, split) ->
                splits.put(
                    name, SplitManifest.of(split.shards().stream().map(this::apply).toList())));
    return new DatasetManifest(
        manifest.task(),
        manifest.tokens(),
        manifest.compression(),
        manifest.seed(),
        manifest.recipe(),
        manifest.sources(),
        manifest.rejects(),
        splits);
  }

  private ShardEntry apply(ShardEntry shard) {
    return new ShardEntry(
        of(shard.file()),
        shard.rows(),
        shard.groups(),
        shard.puzzles(),
        shard.bytes(),
        shard.sha256());
  }
}
