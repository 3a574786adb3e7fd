package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** The half of the grid at a side is empty and becomes the mirror image of the other half. */
record CompleteSymmetry(Side empty) implements Rule {
  static List<Rule> all() {
    return Side.each(CompleteSymmetry::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch half = Scene.blank(random, 2, 5);
    Scene.strew(half, 0.5, random, Palette.draw(random, 3));
    Sketch whole = Sketch.blank(2 * half.rows(), half.columns());
    for (int row = 0; row < half.rows(); row++) {
      for (int column = 0; column < half.columns(); column++) {
        whole.set(row, column, half.get(row, column));
      }
    }
    return empty.fromBottom(whole.grid());
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return Optional.of(empty.apply(CompleteSymmetry::mirrorDown, input));
  }

  private static ArcGrid mirrorDown(ArcGrid grid) {
    Sketch whole = Sketch.of(grid);
    for (int row = grid.rows() - grid.rows() / 2; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        whole.set(row, column, grid.cell(grid.rows() - 1 - row, column));
      }
    }
    return whole.grid();
  }
}
