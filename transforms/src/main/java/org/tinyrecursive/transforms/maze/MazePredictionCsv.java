package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionColumns;
import org.tinyrecursive.transforms.prediction.PredictionColumns.Fields;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/** Rows of a predictions CSV (RFC 4180), grids in the characters of {@link MazeGrid}. */
public final class MazePredictionCsv {
  /** Stands for a predicted token that is no cell of a maze, such as padding. */
  static final char NO_CELL = '?';

  private final PredictionColumns columns;

  private MazePredictionCsv(PredictionColumns columns) {
    this.columns = columns;
  }

  /**
   * A reader of rows below this header.
   *
   * @param header the first line, with or without its end and a byte order mark
   * @throws org.tinyrecursive.transforms.InputRefusedException if a needed column is missing or a
   *     column comes twice
   */
  public static MazePredictionCsv ofHeader(String header) {
    return new MazePredictionCsv(PredictionColumns.ofHeader(header));
  }

  /**
   * Reads one row, with or without its line end.
   *
   * @throws RejectedRowException if the number of fields is not the header's, or a grid has another
   *     number of cells or a character that is none of a maze's
   */
  public Fields parseRow(String line, MazeShape shape) throws RejectedRowException {
    Fields fields = columns.read(line);
    MazeRules.parseQuestion(shape, fields.question());
    String predicted = fields.prediction();
    if (predicted.length() != shape.cells()) {
      throw new RejectedRowException(
          "prediction",
          "has %d cells, expected %d as the question".formatted(predicted.length(), shape.cells()));
    }
    for (int cell = 0; cell < predicted.length(); cell++) {
      char found = predicted.charAt(cell);
      if (found != NO_CELL && MazeGrid.CHARACTERS.indexOf(found) < 0) {
        throw new RejectedRowException(
            "prediction",
            "has '%s' at %s, allowed: '#', ' ', 'S', 'G', 'o', '?'"
                .formatted(found, shape.place(cell)));
      }
    }
    return fields;
  }

  /** One row of our own files, without a line end. */
  public static String formatRow(Prediction row) {
    return PredictionCsv.formatRow(row, text(row.question()), text(row.prediction()));
  }

  private static String text(byte[] tokens) {
    StringBuilder text = new StringBuilder(tokens.length);
    for (byte token : tokens) {
      boolean isCell = token >= MazeGrid.WALL && token <= MazeGrid.PATH;
      text.append(isCell ? MazeGrid.CHARACTERS.charAt(token - 1) : NO_CELL);
    }
    return text.toString();
  }
}
