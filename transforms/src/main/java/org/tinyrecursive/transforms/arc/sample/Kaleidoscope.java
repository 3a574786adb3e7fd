package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** The grid with its mirror images to the right, below, or both. */
record Kaleidoscope(int down, int across) implements Rule {
  static List<Rule> all() {
    return List.of(new Kaleidoscope(1, 2), new Kaleidoscope(2, 1), new Kaleidoscope(2, 2));
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 2, 6), 0.6, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int rows = input.rows() * down;
    int columns = input.columns() * across;
    if (Math.max(rows, columns) > ArcGrid.MAX_SIDE) {
      return Optional.empty();
    }
    Sketch images = Sketch.blank(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        images.set(
            row,
            column,
            input.cell(
                Math.min(row, 2 * input.rows() - 1 - row),
                Math.min(column, 2 * input.columns() - 1 - column)));
      }
    }
    return Optional.of(images.grid());
  }
}
