package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Coloured cells fall to a side and pile up. */
record Gravity(Side towards) implements Rule {
  static List<Rule> all() {
    return Side.each(Gravity::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 5, 10), 0.25, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return Optional.of(towards.apply(Gravity::down, input));
  }

  private static ArcGrid down(ArcGrid grid) {
    Sketch fallen = Sketch.blank(grid.rows(), grid.columns());
    for (int column = 0; column < grid.columns(); column++) {
      int floor = grid.rows() - 1;
      for (int row = grid.rows() - 1; row >= 0; row--) {
        if (grid.cell(row, column) != Sketch.BACKGROUND) {
          fallen.set(floor--, column, grid.cell(row, column));
        }
      }
    }
    return fallen.grid();
  }
}
