package org.tinyrecursive.transforms.beam;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The lines of a text file, plain or gzip (told by its first bytes), local or on any of Beam's file
 * systems, with line numbers and the sha256 of the file as it is stored. Every complaint names file
 * and line.
 */
final class SourceLines implements Closeable {
  /** More than any row of ours; a longer line means that this is no text file. */
  static final int MAX_LINE_BYTES = 1 << 16;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String WHAT = "a CSV file, plain or .gz";

  private final String name;
  private final String what;
  private final SourceBytes stored;
  private final InputStream text;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long lineNumber;

  private SourceLines(String name, String what, SourceBytes stored) {
    this.name = name;
    this.what = what;
    this.stored = stored;
    this.text = stored.content();
  }

  /**
   * Opens a file.
   *
   * @param spec a local path or a URI such as {@code gs://bucket/train.csv.gz}
   * @throws InputRefusedException if there is no such file, it is a directory, or may not be read
   */
  static SourceLines open(String spec) {
    return open(spec, WHAT);
  }

  /**
   * Opens a file.
   *
   * @param what such a file should be, such as {@code a CSV file, plain or .gz}
   */
  static SourceLines open(String spec, String what) {
    return new SourceLines(RawSource.fileName(spec), what, SourceBytes.open(spec, what));
  }

  /** The file's name without its folders. */
  String name() {
    return name;
  }

  /** Number of the line that {@link #next} returned last, from 1; 0 before the first. */
  long lineNumber() {
    return lineNumber;
  }

  /**
   * The next line without its end (LF or CRLF), read as UTF-8; empty at the end of the file.
   *
   * @throws InputRefusedException if compressed data breaks off or is damaged, or a line is longer
   *     than {@link #MAX_LINE_BYTES}
   */
  Optional<String> next() {
    ByteArrayOutputStream carried = null;
    while (true) {
      if (at == end && !fill()) {
        return carried == null ? Optional.empty() : Optional.of(line(carried));
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      boolean whole = at < end;
      if (whole && carried == null) {
        lineNumber++;
        int length = at - from;
        at++;
        boolean carriageReturn = length > 0 && buffer[from + length - 1] == '\r';
        return Optional.of(decode(buffer, from, carriageReturn ? length - 1 : length));
      }
      carried = carried == null ? new ByteArrayOutputStream() : carried;
      carried.write(buffer, from, at - from);
      if (carried.size() > MAX_LINE_BYTES) {
        throw new InputRefusedException(
            "%s:%d: line is longer than %d bytes; expected %s"
                .formatted(name, lineNumber + 1, MAX_LINE_BYTES, what));
      }
      if (whole) {
        at++;
        return Optional.of(line(carried));
      }
    }
  }

  /** The sha256 of the stored file, hexadecimal; reads what is left of it. */
  String sha256() {
    return stored.sha256();
  }

  /** Size of the stored file; reads what is left of it. */
  long bytes() {
    return stored.bytes();
  }

  @Override
  public void close() {
    try {
      stored.close();
    } catch (IOException failed) {
      throw unreadable(name, lineNumber, failed);
    }
  }

  private String line(ByteArrayOutputStream carried) {
    lineNumber++;
    byte[] bytes = carried.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return decode(bytes, 0, carriageReturn ? bytes.length - 1 : bytes.length);
  }

  private static String decode(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  private boolean fill() {
    try {
      int read = text.read(buffer, 0, buffer.length);
      at = 0;
      end = Math.max(read, 0);
      return end > 0;
    } catch (EOFException truncated) {
      throw truncated(name, lineNumber, truncated);
    } catch (ZipException damaged) {
      throw new InputRefusedException(
          "%s: compressed data is damaged after line %d (%s); fetch the file again"
              .formatted(name, lineNumber, damaged.getMessage()),
          damaged);
    } catch (IOException failed) {
      throw unreadable(name, lineNumber, failed);
    }
  }

  private static InputRefusedException truncated(String name, long line, EOFException cause) {
    return new InputRefusedException(
        "%s: compressed data breaks off after line %d; the file is incomplete, fetch it again"
            .formatted(name, line),
        cause);
  }

  private static InputRefusedException unreadable(String name, long line, IOException cause) {
    return new InputRefusedException(
        "%s: cannot be read after line %d: %s".formatted(name, line, cause.getMessage()), cause);
  }
}
