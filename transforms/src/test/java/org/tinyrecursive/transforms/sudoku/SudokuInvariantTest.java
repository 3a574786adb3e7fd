package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.random.StableRandom;

class SudokuInvariantTest {
  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 300)
  void symmetricCopiesShareIt(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuSymmetry symmetry = SudokuSymmetry.random(puzzle.shape(), StableRandom.of(seed));
    assertThat(SudokuInvariant.of(symmetry.apply(puzzle.question())))
        .isEqualTo(SudokuInvariant.of(puzzle.question()));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 16})
  void nearlyAllOthersDiffer(int side) {
    SudokuShape shape = SudokuShape.ofSide(side);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.MIXED.of(shape), 3);
    assertThat(generator.puzzles(100).map(p -> SudokuInvariant.of(p.question())).distinct())
        .hasSizeGreaterThan(98);
  }
}
