package org.tinyrecursive.transforms.sudoku;

import java.util.List;
import java.util.Locale;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

/**
 * Rows of a predictions CSV (RFC 4180), ours or anyone's. Columns are found by the names in the
 * header, in any order; {@code question} and {@code prediction} are needed, {@code id} and {@code
 * correct} are read where they are, all others are ignored.
 */
public final class SudokuPredictionCsv {
  private static final int ABSENT = -1;

  private final int columns;
  private final int id;
  private final int question;
  private final int prediction;
  private final int correct;

  private SudokuPredictionCsv(List<String> header) {
    columns = header.size();
    id = header.indexOf("id");
    question = header.indexOf("question");
    prediction = header.indexOf("prediction");
    correct = header.indexOf("correct");
  }

  /**
   * A reader of rows below this header.
   *
   * @param header the first line, with or without its end and a byte order mark
   * @throws InputRefusedException if a needed column is missing or a column comes twice
   */
  public static SudokuPredictionCsv ofHeader(String header) {
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
    return new SudokuPredictionCsv(names);
  }

  /**
   * One row of our own files, without a line end. The grids are those of the tokens; a prediction
   * of the pad token is written as a blank, since it is no digit either.
   */
  public static String formatRow(SudokuShape shape, Prediction row) {
    byte[] predicted = row.prediction().clone();
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = (byte) Math.max(1, predicted[i]);
    }
    return PredictionCsv.formatRow(
        row,
        SudokuGrid.ofTokens(shape, row.question()).text(),
        SudokuGrid.ofTokens(shape, predicted).text());
  }

  /**
   * Reads one row, with or without its line end.
   *
   * @throws RejectedRowException if the number of fields is not the header's, a grid has a wrong
   *     length or character, or {@code correct} is neither true nor false
   */
  public SudokuPrediction parseRow(String line) throws RejectedRowException {
    List<String> fields = CsvRow.split(line);
    if (fields.size() != columns) {
      throw new RejectedRowException(
          "row", "has " + fields.size() + " fields, expected " + columns + " as the header");
    }
    SudokuGrid asked = GridField.parse("question", fields.get(question));
    SudokuGrid predicted =
        GridField.parse("prediction", fields.get(prediction), fields.get(question));
    if (!asked.shape().equals(predicted.shape())) {
      throw new RejectedRowException(
          "prediction",
          "has %d cells, expected %d as the question"
              .formatted(predicted.shape().cells(), asked.shape().cells()));
    }
    return new SudokuPrediction(
        id == ABSENT ? "" : fields.get(id),
        asked,
        predicted,
        correct == ABSENT ? Claim.NONE : claim(fields.get(correct)));
  }

  private static Claim claim(String text) throws RejectedRowException {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Claim.CORRECT;
      case "false", "0" -> Claim.WRONG;
      case "" -> Claim.NONE;
      default ->
          throw new RejectedRowException(
              "correct", "is '" + text + "', allowed: true, false, 1, 0 or empty");
    };
  }

  private static List<String> split(String header) {
    try {
      return CsvRow.split(header);
    } catch (RejectedRowException broken) {
      throw new InputRefusedException("header " + broken.reason(), broken);
    }
  }
}
