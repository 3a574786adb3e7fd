package org.tinyrecursive.transforms.dataset;

import java.util.List;
import java.util.Locale;

/**
 * One shard as the manifest records it.
 *
 * @param file path inside the dataset, with {@code /}, such as {@code
 *     train/part-00000-of-00032.arrow}
 * @param rows examples in the shard
 * @param groups groups in the shard; a group never straddles shards
 * @param puzzles puzzles in the shard
 * @param bytes size of the file
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 */
public record ShardEntry(
    String file, long rows, long groups, long puzzles, long bytes, String sha256) {
  public ShardEntry {
    // The manifest may come from anywhere: it must not lead out of its directory.
    if (file.isEmpty()
        || file.startsWith("/")
        || file.contains("\\")
        || List.of(file.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException(
          "shard file is \"%s\", allowed: a path inside the dataset".formatted(file));
    }
  }

  /** Where shard {@code index} of {@code count} of a split lies inside the dataset. */
  public static String fileName(String split, int index, int count) {
    return String.format(Locale.ROOT, "%s/part-%05d-of-%05d.arrow", split, index, count);
  }
}
