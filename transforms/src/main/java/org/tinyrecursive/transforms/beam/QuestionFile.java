package org.tinyrecursive.transforms.beam;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * The rows of a raw file that asks questions: a CSV file whose columns are found by the names in
 * the header, in any order. {@code question} is needed, {@code answer} is read where it is, all
 * others are ignored.
 */
public final class QuestionFile {
  private static final int ABSENT = -1;

  private final RawSource source;
  private final RowFormat format;
  private int columns;
  private int question;
  private int answer;

  /**
   * @param source the file
   * @param format of its puzzles
   */
  public QuestionFile(RawSource source, RowFormat format) {
    this.source = source;
    this.format = format;
  }

  /**
   * Reads all rows.
   *
   * @param rows receives the good ones; the answer of one without any is all zeros
   * @throws InputRefusedException if the file cannot be read or has no column {@code question}
   */
  public void readRows(PuzzleFile.RowConsumer rows, Consumer<Reject> rejects) {
    try (SourceLines lines = SourceLines.open(source.spec())) {
      readHeader(lines.next());
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().isBlank()) {
          continue;
        }
        try {
          rows.accept(lines.lineNumber(), parse(line.get()));
        } catch (RejectedRowException bad) {
          rejects.accept(
              Reject.ofLine(source, lines.lineNumber(), bad.field(), bad.reason(), line.get()));
        }
      }
    }
  }

  private void readHeader(Optional<String> line) {
    if (line.isEmpty()) {
      throw new InputRefusedException(
          source.spec() + ": file is empty, expected a header with the column question, and rows");
    }
    String header = line.get().startsWith("\uFEFF") ? line.get().substring(1) : line.get();
    List<String> names = names(header);
    columns = names.size();
    question = column(names, "question");
    answer = column(names, "answer");
    if (question == ABSENT) {
      throw new InputRefusedException(
          "%s:1: header has no column 'question', found '%s'; add a first line such as '%s' or 'question'"
              .formatted(source.spec(), Excerpt.of(header), format.header()));
    }
  }

  private int column(List<String> names, String name) {
    int first = names.indexOf(name);
    if (first != names.lastIndexOf(name)) {
      throw new InputRefusedException(
          "%s:1: header names the column '%s' twice; leave one of them out"
              .formatted(source.spec(), name));
    }
    return first;
  }

  private List<String> names(String header) {
    try {
      return CsvRow.split(header).stream().map(String::strip).toList();
    } catch (RejectedRowException broken) {
      throw new InputRefusedException(
          "%s:1: header %s".formatted(source.spec(), broken.reason()), broken);
    }
  }

  private CheckedRow parse(String line) throws RejectedRowException {
    List<String> fields = CsvRow.split(line);
    if (fields.size() != columns) {
      throw new RejectedRowException(
          "row", "has %d fields, expected %d as the header".formatted(fields.size(), columns));
    }
    String asked = fields.get(question);
    String given = answer == ABSENT ? "" : fields.get(answer);
    if (asked.length() != format.cells()) {
      throw new RejectedRowException(
          "question",
          "has %d cells, expected %d as the model was trained on"
              .formatted(asked.length(), format.cells()));
    }
    return given.isEmpty() ? format.parseQuestion(asked) : format.parsePuzzle(asked, given);
  }
}
