package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.SourceEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * What a Sudoku manifest says before anything is built.
 *
 * @param side of the puzzles
 * @param compression of the shards
 * @param seed of the build
 * @param recipe settings that decide what is in the dataset, in order
 */
public record ManifestSettings(
    int side, Compression compression, long seed, LinkedHashMap<String, Object> recipe)
    implements Serializable {

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
    return new DatasetManifest(
        "sudoku",
        layout(),
        compression,
        seed,
        recipe,
        summaries.stream()
            .map(
                summary ->
                    new SourceEntry(summary.source().name(), summary.bytes(), summary.sha256()))
            .toList(),
        summaries.stream().mapToLong(SourceSummary::rejected).sum(),
        splits);
  }

  /** Tokens as the published Sudoku data has them: no identifiers, every label counts. */
  private TokenLayout layout() {
    SudokuShape shape = SudokuShape.ofSide(side);
    return new TokenLayout(side, side, shape.vocabSize(), 0, OptionalInt.of(0), 0, 1);
  }
}
