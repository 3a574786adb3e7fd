package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Dihedral;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Two cells of one colour in one row or column, with nothing between them, are joined by a line.
 *
 * @param line its colour 1 … 9, or 0: that of the two cells
 */
record ConnectDots(int line) implements Rule {
  private static final int OWN = 0;

  static List<Rule> all() {
    List<Rule> all = new ArrayList<>(Palette.each(ConnectDots::new));
    all.add(new ConnectDots(OWN));
    return all;
  }

  @Override
  public ArcGrid input(StableRandom random) {
    Sketch sketch = Scene.blank(random, 6, 12);
    int[] colours = Palette.draw(random, 3, line);
    int[] rows = random.permutation(sketch.rows());
    for (int i = 0; i < colours.length; i++) {
      int left = random.nextInt(sketch.columns() - 3);
      int right = Scene.between(random, left + 3, sketch.columns() - 1);
      sketch.set(rows[i], left, colours[i]).set(rows[i], right, colours[i]);
    }
    ArcGrid grid = sketch.grid();
    return random.nextInt(2) == 0 ? grid : Dihedral.TRANSPOSE.apply(grid);
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    Sketch joined = Sketch.of(input);
    for (int row = 0; row < input.rows(); row++) {
      for (int column = 0; column < input.columns(); column++) {
        join(input, row, column, 0, 1, joined);
        join(input, row, column, 1, 0, joined);
      }
    }
    return Optional.of(joined.grid());
  }

  /** Draws from a dot to the next cell of colour in this direction, if that has the same. */
  private void join(ArcGrid input, int row, int column, int down, int across, Sketch out) {
    int dot = input.cell(row, column);
    int steps = 1;
    while (isInside(input, row + steps * down, column + steps * across)
        && input.cell(row + steps * down, column + steps * across) == Sketch.BACKGROUND) {
      steps++;
    }
    if (dot != Sketch.BACKGROUND
        && isInside(input, row + steps * down, column + steps * across)
        && input.cell(row + steps * down, column + steps * across) == dot) {
      for (int i = 1; i < steps; i++) {
        out.set(row + i * down, column + i * across, line == OWN ? dot : line);
      }
    }
  }

  private static boolean isInside(ArcGrid grid, int row, int column) {
    return row < grid.rows() && column < grid.columns();
  }
}
