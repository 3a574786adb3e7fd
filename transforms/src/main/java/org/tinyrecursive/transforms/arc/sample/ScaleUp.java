package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Every cell becomes a square of cells. */
record ScaleUp(int factor) implements Rule {
  static List<Rule> all() {
    return List.of(new ScaleUp(2), new ScaleUp(3), new ScaleUp(4));
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 2, 5), 0.6, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    if (Math.max(input.rows(), input.columns()) * factor > ArcGrid.MAX_SIDE) {
      return Optional.empty();
    }
    Sketch large = Sketch.blank(input.rows() * factor, input.columns() * factor);
    for (int row = 0; row < input.rows(); row++) {
      for (int column = 0; column < input.columns(); column++) {
        large.fill(row * factor, column * factor, factor, factor, input.cell(row, column));
      }
    }
    return Optional.of(large.grid());
  }
}
