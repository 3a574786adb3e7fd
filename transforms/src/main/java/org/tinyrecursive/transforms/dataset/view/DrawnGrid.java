package org.tinyrecursive.transforms.dataset.view;

import java.util.List;

/**
 * A grid, ready to be drawn.
 *
 * @param title such as {@code question}
 * @param rows of cells
 * @param columns of cells
 * @param boxRows rows between strong lines
 * @param boxColumns columns between strong lines
 * @param cells row by row
 */
public record DrawnGrid(
    String title, int rows, int columns, int boxRows, int boxColumns, List<DrawnCell> cells) {
  public DrawnGrid {
    cells = List.copyOf(cells);
    if (cells.size() != rows * columns) {
      throw new IllegalArgumentException(
          "%d cells, expected %d × %d".formatted(cells.size(), rows, columns));
    }
  }

  DrawnCell cell(int row, int column) {
    return cells.get(row * columns + column);
  }

  /** Characters of the widest cell. */
  int cellWidth() {
    return cells.stream().mapToInt(cell -> cell.text().length()).max().orElse(1);
  }

  /** Whether the cells are squares of colour. */
  boolean isTiled() {
    return cells.stream().allMatch(cell -> cell.ink().isTile());
  }
}
