package org.tinyrecursive.transforms.arc.vote;

import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * Finds the grid among tokens that a model made, which may be anything: of all rectangles of
 * colours that begin at a cell, the largest; of equal ones the one with fewest rows (the published
 * rule).
 */
final class AnswerCrop {
  private AnswerCrop() {}

  /** The grid that begins where the first colour of the canvas is; empty if it has no colour. */
  static Optional<ArcGrid> ofQuestion(byte[] tokens) {
    int origin = origin(tokens);
    return origin < 0 ? Optional.empty() : at(tokens, origin);
  }

  /** Index of the first colour, −1 if there is none. */
  static int origin(byte[] tokens) {
    for (int i = 0; i < tokens.length; i++) {
      if (isColour(tokens[i])) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The grid that begins at a cell.
   *
   * @param tokens [side · side]
   * @param origin index of the cell
   * @return empty if the cell has no colour
   */
  static Optional<ArcGrid> at(byte[] tokens, int origin) {
    int side = ArcCanvas.side(tokens);
    int width = side - origin % side;
    int bestRows = 0;
    int bestColumns = 0;
    for (int rows = 1; origin / side + rows <= side && width > 0; rows++) {
      width = coloured(tokens, origin + (rows - 1) * side, width);
      if (rows * width > bestRows * bestColumns) {
        bestRows = rows;
        bestColumns = width;
      }
    }
    if (bestRows == 0) {
      return Optional.empty();
    }
    byte[] cells = new byte[bestRows * bestColumns];
    for (int i = 0; i < cells.length; i++) {
      int token = tokens[origin + i / bestColumns * side + i % bestColumns];
      cells[i] = (byte) (token - ArcCanvas.FIRST_COLOUR);
    }
    return Optional.of(ArcGrid.of(bestRows, bestColumns, cells));
  }

  /** Colours in a row from an index on, at most so many. */
  private static int coloured(byte[] tokens, int from, int most) {
    int count = 0;
    while (count < most && isColour(tokens[from + count])) {
      count++;
    }
    return count;
  }

  private static boolean isColour(int token) {
    return token >= ArcCanvas.FIRST_COLOUR && token < ArcCanvas.VOCAB_SIZE;
  }
}
