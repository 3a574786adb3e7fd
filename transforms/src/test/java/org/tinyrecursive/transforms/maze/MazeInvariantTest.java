package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MazeInvariantTest {
  @Provide
  Arbitrary<MazePuzzle> puzzles() {
    return MazeArbitraries.puzzles();
  }

  @Property(tries = 100)
  void copiesAndTheWayBackShareIt(@ForAll("puzzles") MazePuzzle puzzle) {
    long invariant = of(puzzle.question());
    String swapped = puzzle.question().text().replace('S', 'x').replace('G', 'S').replace('x', 'G');
    assertThat(of(MazeGrid.parse(puzzle.shape(), swapped))).isEqualTo(invariant);
    for (MazeSymmetry symmetry : MazeSymmetry.keeping(puzzle.shape())) {
      assertThat(of(symmetry.apply(puzzle.question()))).isEqualTo(invariant);
    }
  }

  @Test
  void othersDiffer() {
    MazeGenerator generator = new MazeGenerator(new MazeShape(10, 10), 12, 1);
    assertThat(
            IntStream.range(0, 200).mapToLong(i -> of(generator.puzzle(i).question())).distinct())
        .hasSize(200);
  }

  private static long of(MazeGrid question) {
    return MazeInvariant.of(question.shape(), question.toTokens());
  }
}
