package org.tinyrecursive.transforms.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.PuzzleNames;

/** What belongs to a dataset's examples but is none: names of puzzles, and the test puzzles. */
final class CompanionFiles {
  private static final List<String> NAMES = List.of(PuzzleNames.FILE_NAME, "test_puzzles.json");

  private CompanionFiles() {}

  /** Copies those that the dataset has. */
  static void copy(Dataset dataset, Path folder) throws IOException {
    for (String name : NAMES) {
      Path file = dataset.directory().resolve(name);
      if (Files.exists(file)) {
        Files.copy(file, folder.resolve(name));
      }
    }
  }
}
