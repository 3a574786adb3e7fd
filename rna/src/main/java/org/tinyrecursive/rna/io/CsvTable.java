package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/** A CSV file (RFC 4180) with a header: records in order, each with the line it begins on. */
final class CsvTable implements Closeable {
  /** A record of 125,580 residues with its FASTA stays far below. */
  private static final int LONGEST_FIELD = 1 << 26;

  private final String name;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private long line;

  /**
   * Reads the header.
   *
   * @throws InputRefusedException if there is none, or it names a column twice
   */
  CsvTable(TextSource source) {
    name = source.name();
    reader =
        CsvReader.builder()
            .maxBufferSize(LONGEST_FIELD)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(source.reader());
    records = reader.iterator();
    header =
        read()
            .map(CsvRecord::getFields)
            .orElseThrow(() -> new InputRefusedException(name + ": is empty, expected a header"));
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).replace("\uFEFF", "").strip();
      if (columns.putIfAbsent(column, i) != null) {
        throw new RecordProblem(name, 1, "header", "names the column '" + column + "' twice")
            .refusal();
      }
    }
  }

  String name() {
    return name;
  }

  List<String> header() {
    return header;
  }

  /** Index of a column, −1 if the file does not have it. */
  int column(String column) {
    return columns.getOrDefault(column, -1);
  }

  /** Index of a column that must be there. */
  int need(String column) {
    int index = column(column);
    if (index < 0) {
      throw new RecordProblem(
              name, 1, "header", "has no column '%s', found: %s".formatted(column, brief()))
          .refusal();
    }
    return index;
  }

  /** The next record whose number of fields is that of the header; others are complained of. */
  Optional<CsvRecord> next(ProblemSink problems) {
    while (true) {
      Optional<CsvRecord> next = read();
      if (next.isEmpty() || next.get().getFieldCount() == header.size()) {
        return next;
      }
      problems.accept(
          new RecordProblem(
              name,
              line,
              "",
              "has %d fields, the header has %d"
                  .formatted(next.get().getFieldCount(), header.size())));
    }
  }

  /** Line on which the record read last begins, from 1. */
  long line() {
    return line;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw TextSource.unreadable(name, failed);
    }
  }

  private Optional<CsvRecord> read() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord read = records.next();
      line = read.getStartingLineNumber();
      return Optional.of(read);
    } catch (UncheckedIOException failed) {
      throw TextSource.unreadable(name, failed.getCause());
    } catch (CsvParseException | NoSuchElementException broken) {
      throw new InputRefusedException(
          "%s:%d: the record after this line is no CSV: %s"
              .formatted(name, line, broken.getMessage()),
          broken);
    }
  }

  private String brief() {
    return header.size() <= 8
        ? String.join(",", header)
        : String.join(",", header.subList(0, 8)) + ", … (" + header.size() + " columns)";
  }
}
