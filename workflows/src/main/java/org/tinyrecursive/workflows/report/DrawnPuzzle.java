package org.tinyrecursive.workflows.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * A Sudoku as the report draws it: what was given, and what the model filled in.
 *
 * @param title such as {@code held-out puzzle 17}
 * @param note such as the model's own confidence
 * @param rows cells, row by row
 */
public record DrawnPuzzle(String title, String note, List<List<Cell>> rows) {
  public DrawnPuzzle {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * One cell.
   *
   * @param text digit as written, empty for none
   * @param kind class names of the style sheet
   * @param hint shown when the pointer rests on it; may be empty
   */
  public record Cell(String text, String kind, String hint) {}

  /**
   * Draws a prediction.
   *
   * @param prediction a digit per cell, 0 where the model gave none
   * @param answer to mark mistakes; empty: unknown
   */
  public static DrawnPuzzle of(
      String title,
      String note,
      SudokuGrid question,
      SudokuGrid prediction,
      Optional<SudokuGrid> answer) {
    SudokuShape shape = question.shape();
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < shape.side(); row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < shape.side(); column++) {
        int at = row * shape.side() + column;
        cells.add(
            cell(shape, at, question.cell(at), prediction.cell(at), answer.map(a -> a.cell(at))));
      }
      rows.add(cells);
    }
    return new DrawnPuzzle(title, note, rows);
  }

  private static Cell cell(
      SudokuShape shape, int at, int given, int predicted, Optional<Integer> right) {
    StringBuilder kind = new StringBuilder();
    String hint = "";
    if (right.isPresent() && right.get() != predicted) {
      kind.append("wrong");
      hint = "should be " + digit(right.get());
    } else {
      kind.append(given != 0 ? "clue" : "filled");
    }
    int row = at / shape.side();
    int column = at % shape.side();
    if (row % shape.boxRows() == 0) {
      kind.append(" top");
    }
    if (column % shape.boxColumns() == 0) {
      kind.append(" left");
    }
    return new Cell(predicted == 0 ? "" : digit(predicted), kind.toString(), hint);
  }

  private static String digit(int value) {
    return value < 10
        ? Integer.toString(value)
        : Character.toString('A' + value - 10).toUpperCase(Locale.ROOT);
  }
}
