package org.tinyrecursive.modeltf.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;

/**
 * {@code metrics.jsonl}: one JSON object per training step and per evaluation. What depends on the
 * clock is apart, in {@code timing}; everything else is the same, bit for bit, however often a run
 * is stopped and resumed.
 */
final class MetricsLog implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long FLUSH_NANOS = 1_000_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long flushed = System.nanoTime();

  private MetricsLog(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a log to go on after a checkpoint: lines that came after it are cut, because their steps
   * will be made again.
   *
   * @param step of the checkpoint; 0: begin anew
   * @param pending whether the evaluation at that step is to be made again
   */
  static MetricsLog open(Path path, long step, PendingWork pending) throws IOException {
    long keep = 0;
    if (path.toFile().exists()) {
      keep = lengthUntil(path, step, pending);
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(keep);
    file.position(keep);
    return new MetricsLog(path, file);
  }

  private static long lengthUntil(Path path, long step, PendingWork pending) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(in.length())];
      in.readFully(bytes);
      int keep = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          if (!isBefore(new String(bytes, keep, i - keep, StandardCharsets.UTF_8), step, pending)) {
            return keep;
          }
          keep = i + 1;
        }
      }
      return keep; // the rest is a line cut off by a kill
    }
  }

  private static boolean isBefore(String line, long step, PendingWork pending) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return false; // rubbish of a crashed machine: its steps were not saved either
    }
    long at = node.path("step").asLong(Long.MAX_VALUE);
    boolean evaluation = node.path("kind").asText().equals("evaluation");
    return at < step || (at == step && !(evaluation && pending == PendingWork.EVALUATION));
  }

  void append(StepReport report) throws IOException {
    StepMetrics sums = report.metrics();
    ObjectNode line = line("train", report.step(), report.epoch());
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
    write(line);
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      flush();
    }
  }

  void append(Evaluation evaluation, double elapsedSeconds) throws IOException {
    ObjectNode line = line("evaluation", evaluation.step(), evaluation.epoch());
    line.put("examples", evaluation.examples());
    line.set("raw", scores(evaluation.raw()));
    evaluation.ema().ifPresent(ema -> line.set("ema", scores(ema)));
    ObjectNode timing = line.putObject("timing");
    timing.put("elapsed_seconds", rounded(elapsedSeconds));
    timing.put("evaluation_seconds", rounded(evaluation.seconds()));
    write(line);
    flush();
  }

  /** Makes all lines durable: a checkpoint must not be newer than its metrics. */
  void force() throws IOException {
    flush();
    file.force(true);
  }

  private void flush() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    } catch (IOException e) {
      throw new IOException("%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
    buffer.clear();
    flushed = System.nanoTime();
  }

  private void write(ObjectNode line) throws IOException {
    byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      throw new IOException("a metrics line of " + bytes.length + " bytes");
    }
    buffer.put(bytes);
  }

  private static ObjectNode line(String kind, long step, double epoch) {
    return JSON.createObjectNode().put("kind", kind).put("step", step).put("epoch", epoch);
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
    ObjectNode node = JSON.createObjectNode();
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
    flush();
    file.close();
  }
}
