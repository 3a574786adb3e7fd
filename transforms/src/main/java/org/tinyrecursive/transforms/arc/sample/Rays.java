package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Every coloured cell draws a line to a side, up to the edge or the next coloured cell. */
record Rays(Side towards) implements Rule {
  static List<Rule> all() {
    return Side.each(Rays::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 6, 12), 0.07, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return Optional.of(towards.apply(Rays::down, input));
  }

  private static ArcGrid down(ArcGrid grid) {
    Sketch drawn = Sketch.of(grid);
    for (int row = 1; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (drawn.get(row, column) == Sketch.BACKGROUND) {
          drawn.set(row, column, drawn.get(row - 1, column));
        }
      }
    }
    return drawn.grid();
  }
}
