package org.tinyrecursive.transforms.arc.sample;

import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** A rule with its settings: what becomes of a grid, and grids that show it. Immutable. */
interface Rule {
  /** A grid that the rule applies to and, most often, changes. */
  ArcGrid input(StableRandom random);

  /** What becomes of a grid; empty where the rule says nothing about it. */
  Optional<ArcGrid> apply(ArcGrid input);
}
