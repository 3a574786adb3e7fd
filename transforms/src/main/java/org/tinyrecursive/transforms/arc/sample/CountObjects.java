package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** One row with as many cells of a colour as there are objects of that colour. */
record CountObjects(int colour) implements Rule {
  private static final int MOST = 4;

  static List<Rule> all() {
    return Palette.each(CountObjects::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 10, 14);
    int other = Palette.draw(random, 1, colour)[0];
    int count = Scene.between(random, 1, MOST);
    for (int i = 0; i < count; i++) {
      Scene.addObject(sketch, 1, colour, random);
    }
    for (int i = Scene.between(random, 1, MOST); i > 0; i--) {
      Scene.addObject(sketch, 1, other, random);
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int count =
        (int) Region.objects(input).stream().filter(region -> region.colour() == colour).count();
    return count < 1 || count > ArcGrid.MAX_SIDE
        ? Optional.empty()
        : Optional.of(Sketch.blank(1, count).fill(0, 0, 1, count, colour).grid());
  }
}
