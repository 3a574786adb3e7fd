package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kind of machine that this process runs on, as Linux tells it; never its name.
 *
 * @param processor such as {@code AMD EPYC 7B13}; unknown where it does not tell
 * @param cores that this process may use
 * @param memoryBytes of the machine; empty where it does not tell
 * @param gpus models of the NVIDIA GPUs whose driver is loaded
 */
record Host(String processor, int cores, Optional<Long> memoryBytes, List<String> gpus) {
  private static final Pattern PROCESSOR = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
  private static final Pattern GPU = Pattern.compile("(?m)^Model:\\s*(.+)$");

  Host {
    gpus = List.copyOf(gpus);
  }

  /** This machine. */
  static Host current() {
    return read(Path.of("/proc"), Runtime.getRuntime().availableProcessors());
  }

  /**
   * What a kernel tells in {@code proc}.
   *
   * @param cores that may be used
   */
  static Host read(Path proc, int cores) {
    return new Host(
        find(PROCESSOR, text(proc.resolve("cpuinfo"))).orElse("unknown"),
        cores,
        find(MEMORY, text(proc.resolve("meminfo"))).map(kb -> Long.parseLong(kb) * 1024),
        gpus(proc.resolve("driver/nvidia/gpus")));
  }

  private static List<String> gpus(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> models = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path gpu : entries.sorted().toList()) {
        models.add(find(GPU, text(gpu.resolve("information"))).orElse("unknown"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
