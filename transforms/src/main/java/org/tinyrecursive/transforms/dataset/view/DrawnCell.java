package org.tinyrecursive.transforms.dataset.view;

/**
 * One cell of a drawing.
 *
 * @param text as shown; {@code ·} for nothing
 * @param ink how it is drawn
 */
public record DrawnCell(String text, CellInk ink) {
  /** A cell that shows nothing. */
  static final DrawnCell EMPTY = new DrawnCell("·", CellInk.EMPTY);
}
