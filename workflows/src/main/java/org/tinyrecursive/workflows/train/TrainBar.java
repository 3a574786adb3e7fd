package org.tinyrecursive.workflows.train;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** One line that is redrawn, with lines that stay above it. */
final class TrainBar implements TrainDisplay {
  private static final long BETWEEN_STATUSES_NANOS = 500_000_000L;
  private static final int WIDTH = 14;
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

  private static String render(ProgressState state, int maxLength) {
    double share = Math.min(1, (double) state.getCurrent() / Math.max(1, state.getMax()));
    int full = (int) (share * WIDTH);
    return "%3.0f%% [%s%s] %s"
        .formatted(
            100 * share, "=".repeat(full), " ".repeat(WIDTH - full), state.getExtraMessage());
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
    @Override
    public int getMaxRenderedLength() {
      return Integer.MAX_VALUE;
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
