package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * The smallest part of the grid that holds all cells of a colour.
 *
 * @param colour 1 … 9, or 0: of any colour but the background
 */
record Crop(int colour) implements Rule {
  private static final int ANY = 0;

  static List<Rule> all() {
    List<Rule> all = new ArrayList<>(Palette.each(Crop::new));
    all.add(new Crop(ANY));
    return all;
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 8, 14);
    int[] colours = Palette.draw(random, 3, colour);
    colours[0] = colour == ANY ? colours[0] : colour;
    for (int object : colours) {
      Scene.addObject(sketch, 1, object, random);
    }
    return sketch.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int top = input.rows();
    int left = input.columns();
    int bottom = -1;
    int right = -1;
    for (int row = 0; row < input.rows(); row++) {
      for (int column = 0; column < input.columns(); column++) {
        if (isMeant(input.cell(row, column))) {
          top = Math.min(top, row);
          bottom = row;
          left = Math.min(left, column);
          right = Math.max(right, column);
        }
      }
    }
    if (bottom < 0) {
      return Optional.empty();
    }
    Sketch part = Sketch.blank(bottom - top + 1, right - left + 1);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        part.set(row - top, column - left, input.cell(row, column));
      }
    }
    return Optional.of(part.grid());
  }

  private boolean isMeant(int cell) {
    return colour == ANY ? cell != Sketch.BACKGROUND : cell == colour;
  }
}
