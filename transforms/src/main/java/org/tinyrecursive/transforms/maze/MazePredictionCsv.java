package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/** Rows of a predictions CSV (RFC 4180), grids in the characters of {@link MazeGrid}. */
public final class MazePredictionCsv {
  /** Stands for a predicted token that is no cell of a maze, such as padding. */
  static final char NO_CELL = '?';

  private MazePredictionCsv() {}

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
