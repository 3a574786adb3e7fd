package org.tinyrecursive.transforms.dataset.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SourceEntry;

/**
 * What differs between two datasets.
 *
 * @param same whether their manifests, and so all their bytes, are equal
 * @param settings task, sizes, seed, compression and recipe, where they differ
 * @param sources raw files that differ, by name
 * @param splits by name, for splits that both have; empty where rows differ in length
 * @param notCompared the other splits: those that only one of them has, and where rows differ in
 *     length all
 */
public record DatasetComparison(
    boolean same,
    List<Difference> settings,
    List<Difference> sources,
    Map<String, SplitComparison> splits,
    List<Difference> notCompared) {
  private static final String NOTHING = "";

  public DatasetComparison {
    settings = List.copyOf(settings);
    sources = List.copyOf(sources);
    notCompared = List.copyOf(notCompared);
  }

  /** Compares two datasets; reads every example of both. */
  public static DatasetComparison of(Dataset first, Dataset second) {
    DatasetManifest one = first.manifest();
    DatasetManifest other = second.manifest();
    Map<String, SplitComparison> splits = new TreeMap<>();
    List<Difference> notCompared = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(first.splitNames());
    names.addAll(second.splitNames());
    for (String name : names) {
      if (one.seqLen() == other.seqLen()
          && first.splitNames().contains(name)
          && second.splitNames().contains(name)) {
        splits.put(name, SplitComparison.of(first.split(name), second.split(name)));
      } else {
        notCompared.add(new Difference(name, size(one, name), size(other, name)));
      }
    }
    return new DatasetComparison(
        one.sha256().equals(other.sha256()),
        differences(settings(one), settings(other)),
        differences(sources(one), sources(other)),
        splits,
        notCompared);
  }

  private static String size(DatasetManifest manifest, String split) {
    return manifest.splits().containsKey(split)
        ? "%d examples of %d tokens"
            .formatted(manifest.splits().get(split).totalExamples(), manifest.seqLen())
        : NOTHING;
  }

  private static Map<String, String> settings(DatasetManifest manifest) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("task", manifest.task());
    settings.put(
        "grid", "%d×%d".formatted(manifest.tokens().gridRows(), manifest.tokens().gridColumns()));
    settings.put("vocab_size", Integer.toString(manifest.vocabSize()));
    settings.put(
        "num_puzzle_identifiers", Integer.toString(manifest.tokens().numPuzzleIdentifiers()));
    settings.put("compression", manifest.compression().label());
    settings.put("seed", Long.toString(manifest.seed()));
    settings.put("rejects", Long.toString(manifest.rejects()));
    manifest.recipe().forEach((key, value) -> settings.put("recipe." + key, value.toString()));
    return settings;
  }

  private static Map<String, String> sources(DatasetManifest manifest) {
    Map<String, String> sources = new TreeMap<>();
    for (SourceEntry source : manifest.sources()) {
      sources.put(source.name(), "%d bytes, sha256 %s".formatted(source.bytes(), source.sha256()));
    }
    return sources;
  }

  private static List<Difference> differences(
      Map<String, String> first, Map<String, String> second) {
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> rest = new TreeSet<>(second.keySet());
    List<String> keys = new ArrayList<>(first.keySet());
    first.keySet().forEach(rest::remove);
    keys.addAll(rest);
    for (String key : keys) {
      String one = first.getOrDefault(key, NOTHING);
      String other = second.getOrDefault(key, NOTHING);
      if (!one.equals(other)) {
        differences.add(new Difference(key, one, other));
      }
    }
    return differences;
  }
}
