package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A build that refused more rows than allowed: what it leaves is why. */
final class RejectedBuild {
  private RejectedBuild() {}

  /** Moves the rejects beside where the dataset would be, in place of those of an earlier build. */
  static void keepRejects(Path building, Path place) throws IOException {
    Files.createDirectories(place);
    for (Path old : files(place)) {
      Files.delete(old);
    }
    for (Path rejects : files(building.resolve("rejects"))) {
      Files.move(
          rejects, place.resolve(rejects.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("part-\\d+\\.jsonl"))
          .toList();
    }
  }
}
