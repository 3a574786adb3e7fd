package org.tinyrecursive.workflows.evaluate;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.tinyrecursive.modeltf.train.WeightSet;

/** How far an evaluation is, as a line every few seconds. */
final class EvalProgress implements IntConsumer {
  private static final long BETWEEN_LINES_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final WeightSet weights;
  private final int examples;
  private final long start = System.nanoTime();
  private long last = start;

  EvalProgress(PrintWriter err, WeightSet weights, int examples) {
    this.err = err;
    this.weights = weights;
    this.examples = examples;
  }

  @Override
  public void accept(int done) {
    long now = System.nanoTime();
    if (now - last < BETWEEN_LINES_NANOS) {
      return;
    }
    last = now;
    double seconds = (now - start) / 1e9;
    err.printf(
        Locale.ROOT,
        "%s weights: %,d of %,d examples, %,.0f ex/s, %.0f s left%n",
        EvalText.name(weights),
        done,
        examples,
        done / seconds,
        (examples - done) * seconds / done);
    err.flush();
  }
}
