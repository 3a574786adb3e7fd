package org.tinyrecursive.transforms.prediction;

import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * The columns of a predictions CSV (RFC 4180), ours or anyone's, found by the names in the header,
 * in any order; {@code question} and {@code prediction} are needed, {@code id} and {@code correct}
 * are read where they are, all others are ignored.
 */
public final class PredictionColumns {
  private static final int ABSENT = -1;

  private final int columns;
  private final int id;
  private final int question;
  private final int prediction;
  private final int correct;

  private PredictionColumns(List<String> header) {
    columns = header.size();
    id = header.indexOf("id");
    question = header.indexOf("question");
    prediction = header.indexOf("prediction");
    correct = header.indexOf("correct");
  }

  /**
   * What a row says, not yet checked; empty where there is no such column.
   *
   * @param id name of the row
   * @param question the grid asked
   * @param prediction the grid predicted
   * @param correct what the file's writer says of it
   */
  public record Fields(String id, String question, String prediction, String correct) {}

  /**
   * The columns below this header.
   *
   * @param header the first line, with or without its end and a byte order mark
   * @throws InputRefusedException if a needed column is missing or a column comes twice
   */
  public static PredictionColumns ofHeader(String header) {
    String text = header.startsWith("\uFEFF") ? header.substring(1) : header;
    List<String> names = split(text).stream().map(String::strip).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new InputRefusedException("header names a column twice: " + text.strip());
    }
    for (String needed : List.of("question", "prediction")) {
      if (!names.contains(needed)) {
        throw new InputRefusedException(
            "header has no column '%s', found '%s', expected such as '%s'"
                .formatted(needed, text.strip(), PredictionCsv.HEADER));
      }
    }
    return new PredictionColumns(names);
  }

  /**
   * Splits one row, with or without its line end.
   *
   * @throws RejectedRowException if the number of fields is not the header's
   */
  public Fields read(String line) throws RejectedRowException {
    List<String> fields = CsvRow.split(line);
    if (fields.size() != columns) {
      throw new RejectedRowException(
          "row", "has " + fields.size() + " fields, expected " + columns + " as the header");
    }
    return new Fields(
        id == ABSENT ? "" : fields.get(id),
        fields.get(question),
        fields.get(prediction),
        correct == ABSENT ? "" : fields.get(correct));
  }

  private static List<String> split(String header) {
    try {
      return CsvRow.split(header);
    } catch (RejectedRowException broken) {
      throw new InputRefusedException("header " + broken.reason(), broken);
    }
  }
}
