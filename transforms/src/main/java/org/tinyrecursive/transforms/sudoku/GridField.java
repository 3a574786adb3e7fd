package org.tinyrecursive.transforms.sudoku;

import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/** A grid in a field of a CSV row. */
final class GridField {
  private static final Set<Integer> LENGTHS = Set.of(16, 36, 81, 256);

  private GridField() {}

  /**
   * Reads a grid.
   *
   * @throws RejectedRowException if the text is empty or no grid
   */
  static SudokuGrid parse(String field, String text) throws RejectedRowException {
    return parse(field, text, "");
  }

  /**
   * Reads a grid that should be as long as another of the row; where its own length fits no grid,
   * the complaint says how long the other is.
   */
  static SudokuGrid parse(String field, String text, String other) throws RejectedRowException {
    if (text.isEmpty()) {
      throw new RejectedRowException(field, "is empty");
    }
    if (!LENGTHS.contains(text.length()) && LENGTHS.contains(other.length())) {
      throw new RejectedRowException(
          field, "has " + text.length() + " cells, expected " + other.length());
    }
    try {
      return SudokuGrid.parse(text);
    } catch (InputRefusedException refused) {
      RejectedRowException rejected = new RejectedRowException(field, refused.getMessage());
      rejected.initCause(refused);
      throw rejected;
    }
  }
}
