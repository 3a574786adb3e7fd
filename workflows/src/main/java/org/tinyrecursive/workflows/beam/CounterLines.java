package org.tinyrecursive.workflows.beam;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinyrecursive.pipelines.runner.RunCounters;

/** Shows the counters of a running pipeline as lines, one every few seconds. */
public final class CounterLines implements RunCounters {
  private static final long BETWEEN_LINES_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final List<String> names;
  private final long start = System.nanoTime();
  private long last = start;

  /**
   * Lines with these counters, in this order.
   *
   * @param err where lines go
   */
  public CounterLines(PrintWriter err, List<String> names) {
    this.err = err;
    this.names = List.copyOf(names);
  }

  @Override
  public void update(Map<String, Long> counters) {
    long now = System.nanoTime();
    if (now - last < BETWEEN_LINES_NANOS) {
      return;
    }
    last = now;
    err.printf(
        Locale.ROOT,
        "%4.0f s  %s%n",
        (now - start) / 1e9,
        names.stream()
            .map(
                name -> String.format(Locale.ROOT, "%s %,d", name, counters.getOrDefault(name, 0L)))
            .collect(Collectors.joining(", ")));
    err.flush();
  }
}
