package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells files that are still as they were written from those that are not. */
public final class WholeFiles {
  private WholeFiles() {}

  /** Whether a shard is there, byte for byte. */
  public static boolean isWhole(Path directory, ShardEntry shard) throws IOException {
    Path file = directory.resolve(shard.file());
    return Files.isRegularFile(file)
        && Files.size(file) == shard.bytes()
        && Sha256.of(file).equals(shard.sha256());
  }

  /** Whether a file is there with this sha256. */
  public static boolean isWhole(Path directory, String file, String sha256) throws IOException {
    Path path = directory.resolve(file);
    return Files.isRegularFile(path) && Sha256.of(path).equals(sha256);
  }
}
