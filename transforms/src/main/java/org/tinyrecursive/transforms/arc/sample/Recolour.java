package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** One colour becomes another. */
record Recolour(int from, int to) implements Rule {
  static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (int from = 1; from < ArcGrid.COLOURS; from++) {
      for (int to = 1; to < ArcGrid.COLOURS; to++) {
        if (from != to) {
          all.add(new Recolour(from, to));
        }
      }
    }
    return all;
  }

  @Override
  public ArcGrid input(StableRandom random) {
    int[] others = Palette.draw(random, 2, from, to);
    return Scene.strew(Scene.blank(random, 3, 8), 0.5, random, from, others[0], others[1]).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    byte[] cells = input.toCells();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == from ? (byte) to : cells[i];
    }
    return Optional.of(ArcGrid.of(input.rows(), input.columns(), cells));
  }
}
