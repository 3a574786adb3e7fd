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
import org.tinyrecursive.modeltf.checkpoint.PendingWork;

/**
 * {@code metrics.jsonl}: one JSON object a line, each with {@code kind} and {@code step}. A run
 * that is resumed goes on behind the lines of its checkpoint.
 */
public final class MetricsFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long FLUSH_NANOS = 1_000_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The kind of a line about an evaluation. */
  public static final String EVALUATION = "evaluation";

  private final Path path;
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private long flushed = System.nanoTime();

  private MetricsFile(Path path, FileChannel file) {
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
  public static MetricsFile open(Path path, long step, PendingWork pending) throws IOException {
    long keep = 0;
    if (path.toFile().exists()) {
      keep = lengthUntil(path, step, pending);
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(keep);
    file.position(keep);
    return new MetricsFile(path, file);
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
    boolean evaluation = node.path("kind").asText().equals(EVALUATION);
    return at < step || (at == step && !(evaluation && pending == PendingWork.EVALUATION));
  }

  /** A line to be filled and appended. */
  public static ObjectNode line(String kind, long step, double epoch) {
    return JSON.createObjectNode().put("kind", kind).put("step", step).put("epoch", epoch);
  }

  /** Makes all lines durable: a checkpoint must not be newer than its metrics. */
  public void force() throws IOException {
    flush();
    file.force(true);
  }

  /** Hands all lines to the system. */
  public void flush() throws IOException {
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

  /** Adds a line; it reaches the disk within a second of the next one. */
  public void append(ObjectNode line) throws IOException {
    byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      throw new IOException("a metrics line of " + bytes.length + " bytes");
    }
    buffer.put(bytes);
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}
