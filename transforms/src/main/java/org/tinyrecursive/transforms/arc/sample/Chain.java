package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** One rule after another. */
record Chain(Rule first, Rule then) implements Rule {
  /** Every recolouring, followed by every turn. */
  static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (Rule recolour : Recolour.all()) {
      Turn.all().forEach(turn -> all.add(new Chain(recolour, turn)));
    }
    return all;
  }

  @Override
  public ArcGrid input(StableRandom random) {
    return first.input(random);
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    return first.apply(input).flatMap(then::apply);
  }
}
