package org.tinyrecursive.workflows.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files in which a kernel describes the machine; they may be absent. */
final class TextFile {
  private TextFile() {}

  static Optional<List<String>> lines(Path file) {
    try {
      return Optional.of(Files.readAllLines(file));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
