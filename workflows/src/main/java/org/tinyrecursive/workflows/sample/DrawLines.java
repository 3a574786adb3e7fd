package org.tinyrecursive.workflows.sample;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Says now and then how many puzzles are drawn. */
final class DrawLines implements LongConsumer {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final long asked;
  private long last = System.nanoTime();

  DrawLines(PrintWriter err, long asked) {
    this.err = err;
    this.asked = asked;
  }

  @Override
  public void accept(long drawn) {
    if (System.nanoTime() - last > EVERY_NANOS) {
      last = System.nanoTime();
      err.printf(Locale.ROOT, "drew %,d of %,d puzzles%n", drawn, asked);
    }
  }
}
