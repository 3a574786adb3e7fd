package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Background that is walled in takes a colour; rooms with a gap in the wall stay empty. */
record FillEnclosed(int colour) implements Rule {
  private static final int ROOMS = 4;
  private static final int TRIES = 30;

  static List<Rule> all() {
    return Palette.each(FillEnclosed::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 9, 14);
    int wall = Palette.draw(random, 1, colour)[0];
    int rooms = 0;
    for (int tries = 0; tries < TRIES && rooms < ROOMS; tries++) {
      int height = Scene.between(random, 3, 5);
      int width = Scene.between(random, 3, 6);
      int top = random.nextInt(sketch.rows() - height + 1);
      int left = random.nextInt(sketch.columns() - width + 1);
      if (sketch.isFree(top - 1, left - 1, height + 2, width + 2)) {
        sketch.fill(top, left, height, width, wall);
        sketch.fill(top + 1, left + 1, height - 2, width - 2, Sketch.BACKGROUND);
        if (rooms++ % 2 == 1) {
          sketch.set(top, left + 1 + random.nextInt(width - 2), Sketch.BACKGROUND);
        }
      }
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Sketch filled = Sketch.of(input);
    for (Region region : Region.of(input)) {
      if (region.colour() == Sketch.BACKGROUND
          && region.cells().stream().noneMatch(cell -> isOnEdge(input, cell))) {
        region
            .cells()
            .forEach(cell -> filled.set(cell / input.columns(), cell % input.columns(), colour));
      }
    }
    return Optional.of(filled.grid());
  }

  private static boolean isOnEdge(ArcGrid grid, int cell) {
    int row = cell / grid.columns();
    int column = cell % grid.columns();
    return row == 0 || column == 0 || row == grid.rows() - 1 || column == grid.columns() - 1;
  }
}
