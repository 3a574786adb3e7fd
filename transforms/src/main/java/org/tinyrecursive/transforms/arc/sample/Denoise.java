package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Objects of a single cell go away. */
record Denoise() implements Rule {
  private static final int GRAINS = 6;

  static List<Rule> all() {
    return List.of(new Denoise());
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 9, 14);
    int[] colours = Palette.draw(random, 3);
    for (int object : colours) {
      Scene.addObject(sketch, 1, object, random);
    }
    for (int i = 0; i < GRAINS; i++) {
      int row = random.nextInt(sketch.rows());
      int column = random.nextInt(sketch.columns());
      if (sketch.isFree(row - 1, column - 1, 3, 3)) {
        sketch.set(row, column, Palette.any(random, colours));
      }
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Sketch clean = Sketch.of(input);
    for (Region region : Region.objects(input)) {
      if (region.size() == 1) {
        int cell = region.cells().get(0);
        clean.set(cell / input.columns(), cell % input.columns(), Sketch.BACKGROUND);
      }
    }
    return Optional.of(clean.grid());
  }
}
