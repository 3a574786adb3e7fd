package org.tinyrecursive.transforms.sudoku;

import java.util.List;
import org.tinyrecursive.transforms.csv.CsvRow;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * Rows of the published Sudoku CSV (RFC 4180): {@code source,question,answer,rating}. Every row is
 * checked: the answer is a valid solution and keeps every clue of the question.
 */
public final class SudokuCsv {
  /** The first line of a file. */
  public static final String HEADER = "source,question,answer,rating";

  private static final int COLUMNS = 4;

  private SudokuCsv() {}

  /** Whether a line, its end ignored, is the header; a byte order mark may come before it. */
  public static boolean isHeader(String line) {
    return CsvRow.isHeader(line, HEADER);
  }

  /**
   * Reads one row, with or without its line end.
   *
   * @throws RejectedRowException if it is not four fields, a grid has a wrong length or character,
   *     the answer is no solution of the question, or the rating is no integer of 0 and above
   */
  public static SudokuPuzzle parseRow(String line) throws RejectedRowException {
    List<String> fields = CsvRow.split(line);
    if (fields.size() != COLUMNS) {
      throw new RejectedRowException(
          "row", "has " + fields.size() + " fields, expected " + COLUMNS + ": " + HEADER);
    }
    String questionText = fields.get(1);
    String answerText = fields.get(2);
    SudokuGrid question = GridField.parse("question", questionText, answerText);
    SudokuGrid answer = GridField.parse("answer", answerText, questionText);
    checkSolves(question, answer);
    return new SudokuPuzzle(fields.get(0), question, answer, rating(fields.get(3)));
  }

  /**
   * Reads one row of a file whose puzzles all have this shape.
   *
   * @throws RejectedRowException as {@link #parseRow(String)}, or if the shape is another
   */
  public static SudokuPuzzle parseRow(String line, SudokuShape expected)
      throws RejectedRowException {
    SudokuPuzzle puzzle = parseRow(line);
    if (!puzzle.shape().equals(expected)) {
      throw new RejectedRowException(
          "question",
          "has "
              + puzzle.shape().cells()
              + " cells, expected "
              + expected.cells()
              + " as in the other rows");
    }
    return puzzle;
  }

  /** The row of a puzzle, without a line end; {@link #parseRow(String)} reads it back. */
  public static String formatRow(SudokuPuzzle puzzle) {
    return CsvRow.quote(puzzle.source())
        + ','
        + puzzle.question().text()
        + ','
        + puzzle.answer().text()
        + ','
        + puzzle.rating();
  }

  private static void checkSolves(SudokuGrid question, SudokuGrid answer)
      throws RejectedRowException {
    if (!question.shape().equals(answer.shape())) {
      throw new RejectedRowException(
          "answer",
          "has "
              + answer.shape().cells()
              + " cells, the question "
              + question.shape().cells()
              + "; both must have as many");
    }
    if (answer.clues() < answer.shape().cells()) {
      throw new RejectedRowException(
          "answer", "has " + (answer.shape().cells() - answer.clues()) + " blanks, allowed: none");
    }
    if (answer.hasRepeatedDigit()) {
      throw new RejectedRowException("answer", "repeats a digit in a row, column or box");
    }
    for (int i = 0; i < question.shape().cells(); i++) {
      if (question.cell(i) != 0 && question.cell(i) != answer.cell(i)) {
        throw new RejectedRowException(
            "answer",
            String.format(
                "has %s at row %d, column %d, where the question has the clue %s",
                answer.text().charAt(i),
                i / answer.shape().side() + 1,
                i % answer.shape().side() + 1,
                question.text().charAt(i)));
      }
    }
  }

  private static int rating(String text) throws RejectedRowException {
    try {
      int rating = Integer.parseInt(text.strip());
      if (rating >= 0) {
        return rating;
      }
    } catch (NumberFormatException notANumber) {
      throw rejected("rating", ratingReason(text), notANumber);
    }
    throw new RejectedRowException("rating", ratingReason(text));
  }

  private static String ratingReason(String text) {
    return "is '" + text + "', allowed: an integer of 0 and above";
  }

  private static RejectedRowException rejected(String field, String reason, Exception cause) {
    RejectedRowException rejected = new RejectedRowException(field, reason);
    rejected.initCause(cause);
    return rejected;
  }
}
