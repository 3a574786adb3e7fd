package org.tinyrecursive.modeltf.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;

/**
 * {@code metrics.jsonl}: one JSON object per training step and per evaluation. What depends on the
 * clock is apart, in {@code timing}; everything else is the same, bit for bit, however often a run
 * is stopped and resumed.
 */
final class MetricsLog implements AutoCloseable {
  private final MetricsFile file;

  private MetricsLog(MetricsFile file) {
    this.file = file;
  }

  /** Opens a log to go on after a checkpoint, see {@link MetricsFile#open}. */
  static MetricsLog open(Path path, long step, PendingWork pending) throws IOException {
    return new MetricsLog(MetricsFile.open(path, step, pending));
  }

  void append(StepReport report) throws IOException {
    StepMetrics sums = report.metrics();
    ObjectNode line = MetricsFile.line("train", report.step(), report.epoch());
    line.put("lr", report.lr());
    line.put("puzzle_emb_lr", report.puzzleLr());
    line.put("loss", sums.loss() / report.batchSize());
    line.put("lm_loss", sums.lmLoss() / report.batchSize());
    line.put("q_halt_loss", sums.qHaltLoss() / report.batchSize());
    line.put("q_continue_loss", sums.qContinueLoss() / report.batchSize());
    line.put("count", sums.count());
    perHalted(line, "accuracy", sums.accuracy(), sums.count());
    perHalted(line, "exact_accuracy", sums.exactAccuracy(), sums.count());
    perHalted(line, "q_halt_accuracy", sums.qHaltAccuracy(), sums.count());
    perHalted(line, "steps", sums.steps(), sums.count());
    ObjectNode timing = line.putObject("timing");
    timing.put("elapsed_seconds", rounded(report.elapsedSeconds()));
    timing.put("examples_per_second", rounded(report.examplesPerSecond()));
    file.append(line);
  }

  void append(Evaluation evaluation, double elapsedSeconds) throws IOException {
    ObjectNode line =
        MetricsFile.line(MetricsFile.EVALUATION, evaluation.step(), evaluation.epoch());
    line.put("examples", evaluation.examples());
    line.set("raw", scores(evaluation.raw()));
    evaluation.ema().ifPresent(ema -> line.set("ema", scores(ema)));
    ObjectNode timing = line.putObject("timing");
    timing.put("elapsed_seconds", rounded(elapsedSeconds));
    timing.put("evaluation_seconds", rounded(evaluation.seconds()));
    file.append(line);
    file.flush();
  }

  /** Makes all lines durable: a checkpoint must not be newer than its metrics. */
  void force() throws IOException {
    file.force();
  }

  /** Null, not 0, where no row halted: nothing was measured. */
  private static void perHalted(ObjectNode line, String field, double sum, double count) {
    if (count > 0) {
      line.put(field, sum / count);
    } else {
      line.putNull(field);
    }
  }

  private static ObjectNode scores(Scores scores) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("cell_accuracy", scores.cellAccuracy());
    node.put("exact_accuracy", scores.exactAccuracy());
    node.put("q_halt_accuracy", scores.qHaltAccuracy());
    node.put("lm_loss", scores.lmLoss());
    scores.cellAccuracyByStep().forEach(node.putArray("cell_accuracy_by_step")::add);
    scores.exactAccuracyByStep().forEach(node.putArray("exact_accuracy_by_step")::add);
    return node;
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
