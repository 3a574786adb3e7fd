package org.tinyrecursive.workflows.beam;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.workflows.cli.Stderr;

/**
 * Shows how far the build of a dataset is: on a terminal as one line with a bar, elsewhere as a
 * line every two seconds. How much there is to do is known once all records are read: the puzzles
 * that they may become.
 */
public final class BuildProgress implements RunCounters, AutoCloseable {
  private static final List<String> SHOWN =
      List.of(
          BuildCounters.READ,
          BuildCounters.REJECTED,
          BuildCounters.KEPT,
          BuildCounters.DUPLICATE,
          BuildCounters.SHORT,
          BuildCounters.WRITTEN);

  private static final double BETWEEN_LINES_SECONDS = 2;
  private static final int SHORTEST_BAR = 10;

  private final PrintWriter err;
  private final boolean onTerminal;
  private final int columns;
  private final long start = System.nanoTime();
  private double lastLine;
  private double readUntil;
  private double expandedUntil;

  /**
   * @param err where it is shown
   */
  public BuildProgress(PrintWriter err) {
    this.err = err;
    this.onTerminal = Stderr.isTerminal();
    this.columns =
        onTerminal ? new ConsoleProgressBarConsumer(System.err).getMaxRenderedLength() : 0;
  }

  @Override
  public void update(Map<String, Long> counters) {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (onTerminal) {
      err.print(BarLine.ERASE + bar(counters, seconds, columns));
      err.flush();
    } else if (seconds - lastLine >= BETWEEN_LINES_SECONDS) {
      lastLine = seconds;
      err.println(line(counters, seconds));
      err.flush();
    }
  }

  /** The line of a terminal of that width. */
  String bar(Map<String, Long> counters, double seconds, int width) {
    String speed = speed(counters, seconds);
    return BarLine.render(
        share(counters),
        (speed.isEmpty() ? "" : speed + ", ") + values(counters),
        SHORTEST_BAR,
        width);
  }

  /** The line of a log. */
  String line(Map<String, Long> counters, double seconds) {
    String speed = speed(counters, seconds);
    return String.format(
        Locale.ROOT,
        "%4.0f s  %s%s",
        seconds,
        values(counters),
        speed.isEmpty() ? "" : ", " + speed);
  }

  private static String values(Map<String, Long> counters) {
    return SHOWN.stream()
        .map(name -> String.format(Locale.ROOT, "%s %,d", name, counters.getOrDefault(name, 0L)))
        .collect(Collectors.joining(", "));
  }

  /** Examples per second and the time that is left; nothing while records are being read. */
  private String speed(Map<String, Long> counters, double seconds) {
    double share = share(counters);
    if (share == 0) {
      readUntil = seconds;
      return "";
    }
    if (share < 1) {
      expandedUntil = seconds;
    }
    double busy = Math.max(1e-3, expandedUntil - readUntil);
    return String.format(
        Locale.ROOT,
        "%,.0f/s, %.0f s left",
        counters.getOrDefault(BuildCounters.WRITTEN, 0L) / busy,
        busy / share - busy);
  }

  private static double share(Map<String, Long> counters) {
    long expected = counters.getOrDefault(BuildCounters.EXPECTED_PUZZLES, 0L);
    long done = counters.getOrDefault(BuildCounters.EXPANDED_PUZZLES, 0L);
    return expected == 0 ? 0 : Math.min(1, (double) done / expected);
  }

  @Override
  public void close() {
    if (onTerminal) {
      err.println();
      err.flush();
    }
  }
}
