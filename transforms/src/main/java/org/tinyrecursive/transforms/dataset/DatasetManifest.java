package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What {@code dataset.json} says: a directory with it is a dataset, one without is not.
 *
 * @param task what the grids are, such as {@code sudoku}
 * @param tokens what the tokens mean
 * @param compression of the shards' buffers
 * @param seed of everything random in the build
 * @param recipe the settings the dataset was built with, in order; values are text, whole numbers
 *     (kept as {@code Long}), {@code Double}, {@code Boolean} or lists of these
 * @param sources the raw files
 * @param rejects records that were refused
 * @param splits by name
 */
public record DatasetManifest(
    String task,
    TokenLayout tokens,
    Compression compression,
    long seed,
    Map<String, Object> recipe,
    List<SourceEntry> sources,
    long rejects,
    SortedMap<String, SplitManifest> splits) {
  /** The version of the format that this release writes and reads. */
  public static final int FORMAT_VERSION = 1;

  /** The manifest's file name. */
  public static final String FILE_NAME = "dataset.json";

  public DatasetManifest {
    recipe = RecipeValues.copyOf(recipe);
    sources = List.copyOf(sources);
    splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
  }

  /** Tokens per row. */
  public int seqLen() {
    return tokens.seqLen();
  }

  /** Token values. */
  public int vocabSize() {
    return tokens.vocabSize();
  }

  /** Bytes of all shards of all splits. */
  public long totalBytes() {
    return splits.values().stream().mapToLong(SplitManifest::totalBytes).sum();
  }

  /**
   * Whether a dataset of this manifest may have a file.
   *
   * @param file path inside the dataset, with {@code /}
   */
  public boolean owns(String file) {
    return DatasetFiles.isCompanion(Path.of(file))
        || splits.values().stream()
            .flatMap(split -> split.shards().stream())
            .anyMatch(shard -> shard.file().equals(file));
  }

  /**
   * Reads a dataset's manifest.
   *
   * @throws InputRefusedException if the directory is not a dataset, or one of another format
   */
  public static DatasetManifest load(Path directory) throws IOException {
    Path file = directory.resolve(FILE_NAME);
    if (!Files.isDirectory(directory)) {
      throw new InputRefusedException(
          "%s is not a dataset: %s"
              .formatted(
                  directory,
                  Files.exists(directory)
                      ? "it is not a directory"
                      : "there is no such directory"));
    }
    if (!Files.isRegularFile(file)) {
      throw isNone(directory.toString());
    }
    return ManifestJson.parse(Files.readAllBytes(file), file.toString());
  }

  /** Says that a place without a manifest is no dataset. */
  public static InputRefusedException isNone(String place) {
    return new InputRefusedException(
        "%s is not a dataset: it has no %s; a build that was cut off leaves none, build it again"
            .formatted(place, FILE_NAME));
  }

  /**
   * Reads the bytes of a manifest.
   *
   * @param where they are from, for messages
   * @throws InputRefusedException if they are none, or one of another format
   */
  public static DatasetManifest parse(byte[] json, String where) {
    return ManifestJson.parse(json, where);
  }

  /** The canonical bytes of {@code dataset.json}: equal content gives equal bytes. */
  public byte[] toJson() {
    return ManifestJson.format(this);
  }

  /** Names this dataset: the SHA-256 of {@link #toJson()}, in hexadecimal. */
  public String sha256() {
    return Sha256.of(toJson());
  }
}
