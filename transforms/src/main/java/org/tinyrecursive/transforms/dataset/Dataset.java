package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A dataset, open for reading. Files are memory-mapped; they must not change while in use.
 *
 * <p>Opening reads the manifest and the id columns and checks names, sizes and counts; it does not
 * hash the shards, see {@link DatasetVerifier}.
 */
public final class Dataset {
  private final Path directory;
  private final DatasetManifest manifest;
  private final Map<String, Split> splits;

  private Dataset(Path directory, DatasetManifest manifest, Map<String, Split> splits) {
    this.directory = directory;
    this.manifest = manifest;
    this.splits = splits;
  }

  /**
   * Opens the dataset in a directory.
   *
   * @throws InputRefusedException if it is none, or a shard is missing, cut off or of another kind
   */
  public static Dataset open(Path directory) throws IOException {
    DatasetManifest manifest = DatasetManifest.load(directory);
    Map<String, Split> splits = new TreeMap<>();
    for (Map.Entry<String, SplitManifest> split : manifest.splits().entrySet()) {
      splits.put(split.getKey(), openSplit(directory, manifest.seqLen(), split.getValue()));
    }
    return new Dataset(directory, manifest, splits);
  }

  private static Split openSplit(Path directory, int seqLen, SplitManifest split)
      throws IOException {
    List<BatchLocation> batches = new ArrayList<>();
    int rows = 0;
    for (ShardEntry shard : split.shards()) {
      Path file = directory.resolve(shard.file());
      if (!Files.isRegularFile(file)) {
        throw new InputRefusedException(
            "%s is missing, but the manifest lists it; get it again or rebuild".formatted(file));
      }
      MappedFile mapped = MappedFile.open(file);
      if (mapped.size() != shard.bytes()) {
        throw new InputRefusedException(
            "%s has %d bytes, expected %d; get it again or rebuild the dataset"
                .formatted(file, mapped.size(), shard.bytes()));
      }
      List<BatchLocation> found = ShardReader.batches(mapped, seqLen, rows);
      int shardRows = found.stream().mapToInt(BatchLocation::rows).sum();
      if (shardRows != shard.rows()) {
        throw new InputRefusedException(
            "%s has %d rows, expected %d as the manifest says; rebuild the dataset"
                .formatted(file, shardRows, shard.rows()));
      }
      batches.addAll(found);
      rows = Math.addExact(rows, shardRows);
    }
    return new Split(seqLen, batches);
  }

  /** The directory that was opened. */
  public Path directory() {
    return directory;
  }

  /** What {@code dataset.json} says. */
  public DatasetManifest manifest() {
    return manifest;
  }

  /** Names of the splits. */
  public Set<String> splitNames() {
    return splits.keySet();
  }

  /**
   * The split of that name.
   *
   * @throws InputRefusedException if there is none
   */
  public Split split(String name) {
    Split split = splits.get(name);
    if (split == null) {
      throw new InputRefusedException(
          "%s has no split \"%s\", it has: %s"
              .formatted(directory, name, String.join(", ", splits.keySet())));
    }
    return split;
  }
}
