package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Dihedral;

/** The four sides of a grid, each with the turn that brings it to the bottom, and back again. */
enum Side {
  BOTTOM(Dihedral.IDENTITY),
  TOP(Dihedral.FLIP_UP_DOWN),
  RIGHT(Dihedral.TRANSPOSE),
  LEFT(Dihedral.TRANSPOSE_OTHER_DIAGONAL);

  private final Dihedral turn;

  Side(Dihedral turn) {
    this.turn = turn;
  }

  /** Does towards this side what {@code towardsBottom} does towards the bottom. */
  ArcGrid apply(UnaryOperator<ArcGrid> towardsBottom, ArcGrid grid) {
    return turn.apply(towardsBottom.apply(turn.apply(grid)));
  }

  /** The grid turned so that what was at the bottom is at this side. */
  ArcGrid fromBottom(ArcGrid grid) {
    return turn.apply(grid);
  }

  static List<Rule> each(Function<Side, Rule> rule) {
    return Arrays.stream(values()).map(rule).toList();
  }
}
