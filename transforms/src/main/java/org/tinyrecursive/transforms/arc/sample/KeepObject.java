package org.tinyrecursive.transforms.arc.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Of several objects, the one of most or fewest cells stays. */
record KeepObject(Which which) implements Rule {
  enum Which {
    LARGEST,
    SMALLEST
  }

  private static final int GAP = 1;

  static List<Rule> all() {
    return List.of(new KeepObject(Which.LARGEST), new KeepObject(Which.SMALLEST));
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 8, 14);
    int[] colours = Palette.draw(random, 2);
    for (int i = 0; i < 4; i++) {
      Scene.addObject(sketch, GAP, Palette.any(random, colours), random);
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Comparator<Region> bySize = Comparator.comparingInt(Region::size);
    List<Region> objects =
        Region.objects(input).stream()
            .sorted(which == Which.LARGEST ? bySize.reversed() : bySize)
            .toList();
    if (objects.size() < 2 || objects.get(0).size() == objects.get(1).size()) {
      return Optional.empty();
    }
    Sketch alone = Sketch.blank(input.rows(), input.columns());
    Region kept = objects.get(0);
    kept.cells()
        .forEach(cell -> alone.set(cell / input.columns(), cell % input.columns(), kept.colour()));
    return Optional.of(alone.grid());
  }
}
