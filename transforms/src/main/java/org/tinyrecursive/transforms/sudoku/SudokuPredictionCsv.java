package org.tinyrecursive.transforms.sudoku;

import java.util.Locale;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionColumns;
import org.tinyrecursive.transforms.prediction.PredictionColumns.Fields;
import org.tinyrecursive.transforms.prediction.PredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

/**
 * Rows of a predictions CSV (RFC 4180), ours or anyone's. Columns are found by the names in the
 * header, in any order; {@code question} and {@code prediction} are needed, {@code id} and {@code
 * correct} are read where they are, all others are ignored.
 */
public final class SudokuPredictionCsv {
  private final PredictionColumns columns;

  private SudokuPredictionCsv(PredictionColumns columns) {
    this.columns = columns;
  }

  /**
   * A reader of rows below this header.
   *
   * @param header the first line, with or without its end and a byte order mark
   * @throws InputRefusedException if a needed column is missing or a column comes twice
   */
  public static SudokuPredictionCsv ofHeader(String header) {
    return new SudokuPredictionCsv(PredictionColumns.ofHeader(header));
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
    Fields fields = columns.read(line);
    SudokuGrid asked = GridField.parse("question", fields.question());
    SudokuGrid predicted = GridField.parse("prediction", fields.prediction(), fields.question());
    if (!asked.shape().equals(predicted.shape())) {
      throw new RejectedRowException(
          "prediction",
          "has %d cells, expected %d as the question"
              .formatted(predicted.shape().cells(), asked.shape().cells()));
    }
    return new SudokuPrediction(fields.id(), asked, predicted, claim(fields.correct()));
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
}
