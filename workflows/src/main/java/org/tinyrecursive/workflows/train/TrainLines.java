package org.tinyrecursive.workflows.train;

import java.io.PrintWriter;

/** Plain lines, for files and pipes. */
final class TrainLines implements TrainDisplay {
  private static final long BETWEEN_LINES_NANOS = 5_000_000_000L;

  private final PrintWriter err;

  TrainLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public long statusNanos() {
    return BETWEEN_LINES_NANOS;
  }

  @Override
  public void status(TrainStatus status) {
    line(status.text());
  }

  @Override
  public void line(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    err.flush();
  }
}
