package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Everything moves some cells towards a side; what leaves the grid comes in on the other. */
record Shift(Side towards, int distance) implements Rule {
  private static final int FARTHEST = 3;

  static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (int distance = 1; distance <= FARTHEST; distance++) {
      int by = distance;
      all.addAll(Side.each(side -> new Shift(side, by)));
    }
    return all;
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 2 * FARTHEST, 10);
    return Scene.strew(sketch, 0.2, random, Palette.draw(random, 2)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return Optional.of(towards.apply(this::down, input));
  }

  private ArcGrid down(ArcGrid grid) {
    Sketch moved = Sketch.blank(grid.rows(), grid.columns());
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        moved.set((row + distance) % grid.rows(), column, grid.cell(row, column));
      }
    }
    return moved.grid();
  }
}
