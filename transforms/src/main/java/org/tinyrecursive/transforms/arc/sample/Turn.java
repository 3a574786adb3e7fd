package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Dihedral;
import org.tinyrecursive.transforms.random.StableRandom;

/** The whole grid is turned or mirrored. */
record Turn(Dihedral by) implements Rule {
  static List<Rule> all() {
    return Arrays.stream(Dihedral.values())
        .filter(by -> by != Dihedral.IDENTITY)
        .<Rule>map(Turn::new)
        .toList();
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return Scene.strew(Scene.blank(random, 2, 8), 0.6, random, Palette.draw(random, 3)).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return Optional.of(by.apply(input));
  }
}
