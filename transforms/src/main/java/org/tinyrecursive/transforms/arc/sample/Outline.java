package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Background that touches an object, at a corner too, takes a colour. */
record Outline(int colour) implements Rule {
  private static final int GAP = 3;

  static List<Rule> all() {
    return Palette.each(Outline::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 9, 14);
    for (int object : Palette.draw(random, Scene.between(random, 1, 3), colour)) {
      Scene.addObject(sketch, GAP, object, random);
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Sketch before = Sketch.of(input);
    Sketch outlined = Sketch.of(input);
    for (int row = 0; row < input.rows(); row++) {
      for (int column = 0; column < input.columns(); column++) {
        if (before.get(row, column) == Sketch.BACKGROUND
            && !before.isFree(row - 1, column - 1, 3, 3)) {
          outlined.set(row, column, colour);
        }
      }
    }
    return Optional.of(outlined.grid());
  }
}
