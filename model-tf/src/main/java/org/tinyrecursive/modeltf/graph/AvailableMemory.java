package org.tinyrecursive.modeltf.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory that this process may still take, as Linux tells it. */
final class AvailableMemory {
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s*(\\d+) kB");
  private static final Path MACHINE = Path.of("/proc/meminfo");
  private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
  private static final Path GROUP_USE = Path.of("/sys/fs/cgroup/memory.current");

  private AvailableMemory() {}

  /**
   * In bytes: of the machine, or of the control group where that has less; MAX_VALUE if unknown.
   */
  static long bytes() {
    long machine = machine(read(MACHINE));
    OptionalLong group = group(read(GROUP_LIMIT), read(GROUP_USE));
    return group.isPresent() ? Math.min(machine, group.getAsLong()) : machine;
  }

  static long machine(String meminfo) {
    Matcher matcher = AVAILABLE.matcher(meminfo);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : Long.MAX_VALUE;
  }

  /** Empty where there is no limit: the file then holds {@code max}, or is absent. */
  static OptionalLong group(String limit, String use) {
    return limit.strip().matches("\\d{1,18}") && use.strip().matches("\\d{1,18}")
        ? OptionalLong.of(Math.max(0, Long.parseLong(limit.strip()) - Long.parseLong(use.strip())))
        : OptionalLong.empty();
  }

  private static String read(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
