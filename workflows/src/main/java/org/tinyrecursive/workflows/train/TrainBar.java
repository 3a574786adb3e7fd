package org.tinyrecursive.workflows.train;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** One line that is redrawn, with lines that stay above it. */
final class TrainBar implements TrainDisplay {
  private static final long BETWEEN_STATUSES_NANOS = 500_000_000L;
  private static final int WIDEST_BAR = 20;
  private static final int NARROWEST_BAR = 4;

  /** Brackets, percentage and spaces around a bar. */
  private static final int AROUND_BAR = 8;

  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private ProgressBar bar;

  TrainBar(PrintWriter err) {
    this.err = err;
  }

  @Override
  public long statusNanos() {
    return BETWEEN_STATUSES_NANOS;
  }

  @Override
  public void status(TrainStatus status) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(status.totalSteps())
              .setUpdateIntervalMillis(500)
              .setRenderer(TrainBar::render)
              .setConsumer(new Line())
              .build();
    }
    bar.setExtraMessage(status.text());
    bar.stepTo(status.step());
  }

  private static String render(ProgressState state, int columns) {
    double share = Math.min(1, (double) state.getCurrent() / Math.max(1, state.getMax()));
    return render(share, state.getExtraMessage(), columns);
  }

  /**
   * Percentage, bar and status; a narrow terminal gets a shorter bar, then none, then less of the
   * status.
   */
  static String render(double share, String status, int columns) {
    int width = Math.max(0, Math.min(WIDEST_BAR, columns - AROUND_BAR - status.length()));
    int full = (int) (share * width);
    String bar =
        width < NARROWEST_BAR ? "" : "[" + "=".repeat(full) + " ".repeat(width - full) + "] ";
    String line = String.format(Locale.ROOT, "%3.0f%% %s%s", 100 * share, bar, status);
    return line.substring(0, Math.min(line.length(), Math.max(0, columns)));
  }

  @Override
  public synchronized void line(String text) {
    err.print(ERASE_LINE);
    err.println(text);
    err.flush();
  }

  private synchronized void redraw(String text) {
    err.print(ERASE_LINE + text);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** Called on the bar's own thread. */
  private final class Line implements ProgressBarConsumer {
    // A line that wraps could not be erased.
    private final int columns = new ConsoleProgressBarConsumer(System.err).getMaxRenderedLength();

    @Override
    public int getMaxRenderedLength() {
      return columns;
    }

    @Override
    public void accept(String rendered) {
      redraw(rendered);
    }

    @Override
    public void close() {
      line("");
    }
  }
}
