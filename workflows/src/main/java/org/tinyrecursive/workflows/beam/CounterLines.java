package org.tinyrecursive.workflows.beam;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.tinyrecursive.pipelines.runner.RunCounters;

/** Shows the counters of a running pipeline as lines, one every few seconds. */
public final class CounterLines implements RunCounters {
  private static final long BETWEEN_LINES_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final List<String> names;
  private final OptionalLong total;
  private final long start = System.nanoTime();
  private long last = start;

  /**
   * Lines with these counters, in this order.
   *
   * @param err where lines go
   */
  public CounterLines(PrintWriter err, List<String> names) {
    this(err, names, OptionalLong.empty());
  }

  private CounterLines(PrintWriter err, List<String> names, OptionalLong total) {
    this.err = err;
    this.names = List.copyOf(names);
    this.total = total;
  }

  /**
   * Lines with one counter whose end is known, and the time that is left.
   *
   * @param err where lines go
   * @param total value of the counter in the end, 1 and above
   */
  public static CounterLines towards(PrintWriter err, String name, long total) {
    return new CounterLines(err, List.of(name), OptionalLong.of(total));
  }

  @Override
  public void update(Map<String, Long> counters) {
    long now = System.nanoTime();
    if (now - last < BETWEEN_LINES_NANOS) {
      return;
    }
    last = now;
    err.println(render(counters, (now - start) / 1e9));
    err.flush();
  }

  /** Seconds, counters, and the time that is left where the end is known. */
  String render(Map<String, Long> counters, double seconds) {
    String values =
        names.stream()
            .map(name -> value(name, counters.getOrDefault(name, 0L)))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%4.0f s  %s%s", seconds, values, timeLeft(counters, seconds));
  }

  private String value(String name, long value) {
    return total.isPresent()
        ? String.format(Locale.ROOT, "%s %,d of %,d", name, value, total.getAsLong())
        : String.format(Locale.ROOT, "%s %,d", name, value);
  }

  private String timeLeft(Map<String, Long> counters, double seconds) {
    long done = counters.getOrDefault(names.get(0), 0L);
    return total.isEmpty() || done == 0
        ? ""
        : String.format(Locale.ROOT, ", %.0f s left", seconds * total.getAsLong() / done - seconds);
  }
}
