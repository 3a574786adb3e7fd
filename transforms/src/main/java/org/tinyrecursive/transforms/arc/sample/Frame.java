package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** The cells on the edge of the grid take a colour. */
record Frame(int colour) implements Rule {
  static List<Rule> all() {
    return Palette.each(Frame::new);
  }

  @Override
  public ArcGrid input(StableRandom random) {
    int[] colours = Palette.draw(random, 2, colour);
    return Scene.strew(Scene.blank(random, 4, 10), 0.3, random, colours).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Sketch framed = Sketch.of(input);
    int rows = input.rows();
    int columns = input.columns();
    framed.fill(0, 0, 1, columns, colour).fill(rows - 1, 0, 1, columns, colour);
    framed.fill(0, 0, rows, 1, colour).fill(0, columns - 1, rows, 1, colour);
    return Optional.of(framed.grid());
  }
}
