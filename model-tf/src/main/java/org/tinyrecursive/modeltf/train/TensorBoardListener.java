package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinyrecursive.modeltf.tensorboard.EventFile;

/** Writes curves for TensorBoard. */
final class TensorBoardListener implements TrainListener, AutoCloseable {
  private static final long FLUSH_NANOS = 5_000_000_000L;

  private final EventFile events;
  private long flushed = System.nanoTime();

  TensorBoardListener(Path folder, long firstStep) throws IOException {
    events = EventFile.create(folder, now(), firstStep);
  }

  @Override
  public void stepped(StepReport report) {
    Map<String, Float> values = new LinkedHashMap<>();
    StepMetrics sums = report.metrics();
    put(values, "train/loss", report.loss());
    put(values, "train/lm_loss", sums.lmLoss() / report.batchSize());
    put(values, "train/q_halt_loss", sums.qHaltLoss() / report.batchSize());
    put(values, "train/lr", report.lr());
    put(values, "train/examples_per_second", report.examplesPerSecond());
    if (sums.count() > 0) {
      put(values, "train/accuracy", sums.accuracy() / sums.count());
      put(values, "train/exact_accuracy", report.exactAccuracy());
      put(values, "train/q_halt_accuracy", sums.qHaltAccuracy() / sums.count());
      put(values, "train/steps", sums.steps() / sums.count());
    }
    write(report.step(), values);
  }

  @Override
  public void evaluated(Evaluation evaluation) {
    Map<String, Float> values = new LinkedHashMap<>();
    put(values, "test_raw/", evaluation.raw());
    evaluation.ema().ifPresent(ema -> put(values, "test_ema/", ema));
    write(evaluation.step(), values);
  }

  private static void put(Map<String, Float> values, String prefix, Scores scores) {
    put(values, prefix + "cell_accuracy", scores.cellAccuracy());
    put(values, prefix + "exact_accuracy", scores.exactAccuracy());
    put(values, prefix + "q_halt_accuracy", scores.qHaltAccuracy());
    put(values, prefix + "lm_loss", scores.lmLoss());
  }

  private static void put(Map<String, Float> values, String tag, double value) {
    values.put(tag, (float) value);
  }

  private void write(long step, Map<String, Float> values) {
    try {
      events.scalars(now(), step, values);
      if (System.nanoTime() - flushed > FLUSH_NANOS) {
        events.flush();
        flushed = System.nanoTime();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("TensorBoard events cannot be written", e);
    }
  }

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
