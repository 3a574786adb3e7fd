package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Two pictures beside a grey line are laid over each other; a colour shows where they meet. */
record CombineHalves(Where where, int colour) implements Rule {
  enum Where {
    BOTH,
    EITHER,
    ONE_ALONE,
    NEITHER
  }

  private static final int LINE = 5;

  static List<Rule> all() {
    return Arrays.stream(Where.values())
        .flatMap(where -> Palette.each(colour -> new CombineHalves(where, colour)).stream())
        .toList();
  }

  @Override
  public ArcGrid input(StableRandom random) {
    int rows = Scene.between(random, 3, 6);
    int columns = Scene.between(random, 3, 6);
    int[] colours = Palette.draw(random, 2, LINE, colour);
    Sketch left = Scene.strew(Sketch.blank(rows, columns), 0.5, random, colours[0]);
    Sketch right = Scene.strew(Sketch.blank(rows, columns), 0.5, random, colours[1]);
    Sketch both = Sketch.blank(rows, 2 * columns + 1).fill(0, columns, rows, 1, LINE);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        both.set(row, column, left.get(row, column));
        both.set(row, columns + 1 + column, right.get(row, column));
      }
    }
    return both.grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int columns = input.columns() / 2;
    if (input.columns() < 3 || input.columns() % 2 == 0) {
      return Optional.empty();
    }
    Sketch combined = Sketch.blank(input.rows(), columns);
    for (int row = 0; row < input.rows(); row++) {
      if (input.cell(row, columns) != LINE) {
        return Optional.empty();
      }
      for (int column = 0; column < columns; column++) {
        int pictures =
            (input.cell(row, column) == Sketch.BACKGROUND ? 0 : 1)
                + (input.cell(row, columns + 1 + column) == Sketch.BACKGROUND ? 0 : 1);
        combined.set(row, column, shows(pictures) ? colour : Sketch.BACKGROUND);
      }
    }
    return Optional.of(combined.grid());
  }

  private boolean shows(int pictures) {
    return switch (where) {
      case BOTH -> pictures == 2;
      case EITHER -> pictures > 0;
      case ONE_ALONE -> pictures == 1;
      case NEITHER -> pictures == 0;
    };
  }
}
