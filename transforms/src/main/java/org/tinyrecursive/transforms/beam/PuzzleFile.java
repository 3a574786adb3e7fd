package org.tinyrecursive.transforms.beam;

import java.io.Closeable;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * The rows of one raw file, each checked: a good one is a puzzle of the size that all must have, a
 * bad one a reject.
 */
public final class PuzzleFile implements Closeable {
  private final RawSource source;
  private final SourceLines lines;
  private long read;

  private PuzzleFile(RawSource source, SourceLines lines) {
    this.source = source;
    this.lines = lines;
  }

  /**
   * Opens a file and reads its header.
   *
   * @param columns the header that is expected
   * @throws InputRefusedException if it is missing, a directory, empty, or has no header
   */
  public static PuzzleFile open(RawSource source, String columns) {
    SourceLines lines = SourceLines.open(source.spec());
    Optional<String> header = lines.next();
    if (header.isEmpty()) {
      lines.close();
      throw new InputRefusedException(
          source.spec() + ": file is empty, expected the header " + columns + " and rows");
    }
    if (!CsvRow.isHeader(header.get(), columns)) {
      lines.close();
      throw new InputRefusedException(
          "%s:1: header missing, found '%s', expected '%s'; add it as the first line"
              .formatted(source.spec(), Excerpt.of(header.get()), columns));
    }
    return new PuzzleFile(source, lines);
  }

  /**
   * What the first row tells that tells anything, looked for in the given files in turn.
   *
   * @param columns the header that is expected
   * @throws InputRefusedException as {@link #open}, for any of the files
   */
  public static <T> Optional<T> findFirst(
      Iterable<RawSource> sources, String columns, RowProbe<T> probe) {
    Optional<T> found = Optional.empty();
    for (RawSource source : sources) {
      try (PuzzleFile file = open(source, columns)) {
        Optional<String> line = Optional.of("");
        while (found.isEmpty() && line.isPresent()) {
          line = file.lines.next();
          found = line.flatMap(row -> tell(probe, row));
        }
      }
    }
    return found;
  }

  /**
   * Reads all rows.
   *
   * @throws InputRefusedException if a good row has another size than the format, or the file
   *     breaks off
   */
  public void readRows(RowFormat format, RowConsumer rows, Consumer<Reject> rejects) {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().isBlank()) {
        continue;
      }
      read++;
      try {
        CheckedRow row = format.parse(line.get());
        checkSize(row, format);
        rows.accept(lines.lineNumber(), row);
      } catch (RejectedRowException bad) {
        rejects.accept(
            Reject.ofLine(source, lines.lineNumber(), bad.field(), bad.reason(), line.get()));
      }
    }
  }

  /** Rows read so far, good and bad. */
  public long read() {
    return read;
  }

  /** The sha256 of the stored file. */
  public String sha256() {
    return lines.sha256();
  }

  /** Size of the stored file. */
  public long bytes() {
    return lines.bytes();
  }

  @Override
  public void close() {
    lines.close();
  }

  private void checkSize(CheckedRow row, RowFormat format) {
    if (row.question().length != format.cells()) {
      throw new InputRefusedException(
          "%s:%d: puzzle has %d cells, the ones before %d; a dataset holds one size, split the files"
              .formatted(source.spec(), lines.lineNumber(), row.question().length, format.cells()));
    }
  }

  private static <T> Optional<T> tell(RowProbe<T> probe, String line) {
    try {
      return Optional.of(probe.tell(line));
    } catch (RejectedRowException notThisOne) {
      return Optional.empty();
    }
  }

  /** Asks a row for something. */
  @FunctionalInterface
  public interface RowProbe<T> {
    /** What the row tells. */
    T tell(String line) throws RejectedRowException;
  }

  /** Receives good rows. */
  @FunctionalInterface
  public interface RowConsumer {
    /** A row and its line number. */
    void accept(long line, CheckedRow row);
  }
}
