package org.tinyrecursive.transforms.maze;

import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * Rows of the published maze CSV (RFC 4180): {@code source,question,answer,rating}. Every row is
 * checked: the answer marks a shortest path of the question.
 */
public final class MazeCsv {
  /** The first line of a file. */
  public static final String HEADER = "source,question,answer,rating";

  private static final int COLUMNS = 4;

  private MazeCsv() {}

  /** Whether a line, its end ignored, is the header; a byte order mark may come before it. */
  public static boolean isHeader(String line) {
    return CsvRow.isHeader(line, HEADER);
  }

  /**
   * The shape of a row's question, by the rule of {@link MazeShape#ofCells}.
   *
   * @throws RejectedRowException if it is not four fields, or the question has no such shape
   */
  public static MazeShape shapeOf(String line, OptionalInt rows, OptionalInt columns)
      throws RejectedRowException {
    String question = fields(line).get(1);
    try {
      return MazeShape.ofCells(question.length(), rows, columns);
    } catch (InputRefusedException refused) {
      throw rejected("question", refused);
    }
  }

  /**
   * Reads one row, with or without its line end.
   *
   * @param shape of the maze
   * @throws RejectedRowException if it is not four fields, a grid has a wrong length or character,
   *     start or goal is not there once, the answer marks no shortest path of the question, or the
   *     rating is no integer of 0 and above
   */
  public static MazePuzzle parseRow(String line, MazeShape shape) throws RejectedRowException {
    List<String> fields = fields(line);
    MazeGrid question = grid("question", fields.get(1), shape);
    MazeGrid answer = grid("answer", fields.get(2), shape);
    PathCheck.steps(question, answer);
    return new MazePuzzle(fields.get(0), question, answer, rating(fields.get(3)));
  }

  /** The row of a maze, without a line end; {@link #parseRow} reads it back. */
  public static String formatRow(MazePuzzle puzzle) {
    return CsvRow.quote(puzzle.source())
        + ','
        + CsvRow.quote(puzzle.question().text())
        + ','
        + CsvRow.quote(puzzle.answer().text())
        + ','
        + puzzle.rating();
  }

  private static List<String> fields(String line) throws RejectedRowException {
    List<String> fields = CsvRow.split(line);
    if (fields.size() != COLUMNS) {
      throw new RejectedRowException(
          "row", "has " + fields.size() + " fields, expected " + COLUMNS + ": " + HEADER);
    }
    return fields;
  }

  private static MazeGrid grid(String field, String text, MazeShape shape)
      throws RejectedRowException {
    try {
      return MazeGrid.parse(shape, text);
    } catch (InputRefusedException refused) {
      throw rejected(field, refused);
    }
  }

  private static int rating(String text) throws RejectedRowException {
    RejectedRowException refused =
        new RejectedRowException("rating", "is '" + text + "', allowed: an integer of 0 and above");
    try {
      int rating = Integer.parseInt(text.strip());
      if (rating >= 0) {
        return rating;
      }
    } catch (NumberFormatException notANumber) {
      refused.initCause(notANumber);
    }
    throw refused;
  }

  private static RejectedRowException rejected(String field, InputRefusedException cause) {
    RejectedRowException rejected = new RejectedRowException(field, cause.getMessage());
    rejected.initCause(cause);
    return rejected;
  }
}
