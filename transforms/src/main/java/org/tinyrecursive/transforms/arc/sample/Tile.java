package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** The grid is repeated, so many times down and across. */
record Tile(int down, int across) implements Rule {
  static List<Rule> all() {
    return List.of(
        new Tile(1, 2),
        new Tile(2, 1),
        new Tile(2, 2),
        new Tile(1, 3),
        new Tile(3, 1),
        new Tile(3, 3));
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 2, 5), 0.6, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int rows = input.rows() * down;
    int columns = input.columns() * across;
    if (Math.max(rows, columns) > ArcGrid.MAX_SIDE) {
      return Optional.empty();
    }
    Sketch tiled = Sketch.blank(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        tiled.set(row, column, input.cell(row % input.rows(), column % input.columns()));
      }
    }
    return Optional.of(tiled.grid());
  }
}
