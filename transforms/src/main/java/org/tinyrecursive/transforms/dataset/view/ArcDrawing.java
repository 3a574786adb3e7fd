package org.tinyrecursive.transforms.dataset.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/** The grids of an ARC pair in their colours, wherever they lie on the canvas. */
final class ArcDrawing implements PuzzleDrawing {
  private final TokenDrawing tokens;

  ArcDrawing(TokenLayout layout) {
    this.tokens = new TokenDrawing(layout);
  }

  @Override
  public List<DrawnGrid> draw(byte[] inputs, byte[] labels) {
    Optional<ArcGrid> input = ArcCanvas.read(inputs);
    Optional<ArcGrid> output = ArcCanvas.read(labels);
    // Rubbish is shown as it is: someone looks at it to find out what is wrong.
    return input.isEmpty() || output.isEmpty()
        ? tokens.draw(inputs, labels)
        : List.of(grid("input", input.get()), grid("output", output.get()));
  }

  private static DrawnGrid grid(String title, ArcGrid grid) {
    List<DrawnCell> cells = new ArrayList<>();
    for (byte colour : grid.toCells()) {
      cells.add(
          new DrawnCell(
              colour == 0 ? DrawnCell.EMPTY.text() : Integer.toString(colour),
              CellInk.ofColour(colour)));
    }
    return new DrawnGrid(
        "%s %d×%d".formatted(title, grid.rows(), grid.columns()),
        grid.rows(),
        grid.columns(),
        grid.rows(),
        grid.columns(),
        cells);
  }
}
