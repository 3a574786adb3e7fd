package org.tinyrecursive.workflows.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinyrecursive.workflows.cli.ByteText;

/** Memory, and the limit of the container where there is one. */
final class MemoryCheck implements Check {
  private static final long LEAST = 3_000_000_000L;
  private static final long COMFORTABLE = 7_000_000_000L;
  private static final Pattern LINE = Pattern.compile("(\\w+):\\s+(\\d+) kB");

  private final Path meminfo;
  private final Path cgroupLimit;

  MemoryCheck(Path meminfo, Path cgroupLimit) {
    this.meminfo = meminfo;
    this.cgroupLimit = cgroupLimit;
  }

  @Override
  public List<Finding> findings() {
    Optional<Long> total = value("MemTotal");
    if (total.isEmpty()) {
      return List.of(
          Finding.note(
              "memory", "unknown: " + meminfo + " cannot be read", "4 GB or more is enough"));
    }
    long available = value("MemAvailable").orElse(total.get());
    Optional<Long> limit = limit().filter(bytes -> bytes < total.get());
    long usable = Math.min(available, limit.orElse(Long.MAX_VALUE));
    String found =
        "%s, %s available%s"
            .formatted(
                ByteText.format(total.get()),
                ByteText.format(available),
                limit.map(bytes -> ", container limit " + ByteText.format(bytes)).orElse(""));
    if (usable < LEAST) {
      return List.of(
          Finding.problem(
              "memory", found, "free some, or raise the limit: the quickstart needs about 3 GB"));
    }
    return List.of(
        usable < COMFORTABLE
            ? Finding.note("memory", found, "enough for small models; published sizes need more")
            : Finding.ok("memory", found));
  }

  private Optional<Long> value(String key) {
    return TextFile.lines(meminfo).stream()
        .flatMap(List::stream)
        .map(LINE::matcher)
        .filter(line -> line.matches() && line.group(1).equals(key))
        .map((Matcher line) -> Long.parseLong(line.group(2)) * 1024)
        .findFirst();
  }

  private Optional<Long> limit() {
    return TextFile.lines(cgroupLimit)
        .filter(lines -> !lines.isEmpty() && lines.get(0).matches("\\d{1,18}"))
        .map(lines -> Long.parseLong(lines.get(0)));
  }
}
