package org.tinyrecursive.transforms.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of this process (proc(5), {@code /proc/[pid]/status}). */
final class ProcessStatus {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessStatus() {}

  /** A size in MB (10⁶ bytes); NaN where the system does not tell. */
  static double megabytes(String key) {
    if (!Files.isReadable(STATUS)) {
      return Double.NaN;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(key + ":"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
