package org.tinyrecursive.workflows.beam;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.workflows.cli.Stderr;

/**
 * Shows a counter whose end is known: as a bar that is redrawn on a terminal, elsewhere as lines.
 */
public final class CounterBar implements RunCounters, AutoCloseable {
  private final PrintWriter err;
  private final String name;
  private final long total;
  private final String beside;
  private final RunCounters lines;
  private final boolean onTerminal;
  private final int columns;
  private final long start = System.nanoTime();

  /**
   * A bar of one counter, with a second one beside it.
   *
   * @param err where it is drawn
   * @param name of the counter that measures the work
   * @param total its value in the end
   * @param beside name of the other
   */
  public CounterBar(PrintWriter err, String name, long total, String beside) {
    this.err = err;
    this.name = name;
    this.total = total;
    this.beside = beside;
    this.lines = new CounterLines(err, List.of(beside, name));
    this.onTerminal = Stderr.isTerminal();
    this.columns =
        onTerminal ? new ConsoleProgressBarConsumer(System.err).getMaxRenderedLength() : 0;
  }

  @Override
  public void update(Map<String, Long> counters) {
    if (!onTerminal) {
      lines.update(counters);
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    err.print(BarLine.ERASE + render(counters, seconds, columns));
    err.flush();
  }

  /** Percentage, bar, counters and the time that is left. */
  String render(Map<String, Long> counters, double seconds, int width) {
    long done = counters.getOrDefault(name, 0L);
    double share = Math.min(1, (double) done / Math.max(1, total));
    String rest =
        done == 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", seconds / share - seconds);
    String status =
        String.format(
            Locale.ROOT,
            "%,d %s, %,d of %,d %s%s",
            counters.getOrDefault(beside, 0L),
            beside,
            done,
            total,
            name,
            rest);
    return BarLine.render(share, status, 0, width);
  }

  @Override
  public void close() {
    if (onTerminal) {
      err.println();
      err.flush();
    }
  }
}
