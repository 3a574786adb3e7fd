package org.tinyrecursive.transforms.maze;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Shapes and mazes for property tests. */
final class MazeArbitraries {
  private MazeArbitraries() {}

  static Arbitrary<MazeShape> shapes() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(1, 12);
    return Combinators.combine(sides, sides)
        .filter((rows, columns) -> rows * columns > 3)
        .as(MazeShape::new);
  }

  static Arbitrary<MazeShape> squares() {
    return Arbitraries.integers().between(2, 12).map(side -> new MazeShape(side, side));
  }

  static Arbitrary<MazePuzzle> puzzles() {
    return puzzles(shapes());
  }

  static Arbitrary<MazePuzzle> puzzles(Arbitrary<MazeShape> shapes) {
    return Combinators.combine(shapes, Arbitraries.longs())
        .as((shape, seed) -> new MazeGenerator(shape, 2, seed).puzzle(0))
        .withoutEdgeCases();
  }
}
