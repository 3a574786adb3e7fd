package org.tinyrecursive.transforms.dataset.view;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/** Token values as numbers, for tasks without a drawing of their own; padding shows as nothing. */
final class TokenDrawing implements PuzzleDrawing {
  private final TokenLayout tokens;

  TokenDrawing(TokenLayout tokens) {
    this.tokens = tokens;
  }

  @Override
  public List<DrawnGrid> draw(byte[] inputs, byte[] labels) {
    return List.of(grid("inputs", inputs, CellInk.GIVEN), grid("labels", labels, CellInk.ANSWER));
  }

  private DrawnGrid grid(String title, byte[] values, CellInk ink) {
    List<DrawnCell> cells = new ArrayList<>();
    for (byte value : values) {
      int token = Byte.toUnsignedInt(value);
      cells.add(
          token == tokens.padId() ? DrawnCell.EMPTY : new DrawnCell(Integer.toString(token), ink));
    }
    return new DrawnGrid(
        title,
        tokens.gridRows(),
        tokens.gridColumns(),
        tokens.gridRows(),
        tokens.gridColumns(),
        cells);
  }
}
