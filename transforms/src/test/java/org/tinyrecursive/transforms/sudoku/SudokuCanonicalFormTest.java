package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.random.StableRandom;

class SudokuCanonicalFormTest {

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 300)
  void symmetricCopiesShareTheForm(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuSymmetry symmetry = SudokuSymmetry.random(puzzle.shape(), StableRandom.of(seed));
    assertThat(SudokuCanonicalForm.of(symmetry.apply(puzzle.question())))
        .isEqualTo(SudokuCanonicalForm.of(puzzle.question()));
  }

  @Property(tries = 300)
  void oneClueMoreIsAnotherForm(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuPuzzle easier =
        ClueReveal.reveal(
            puzzle, Math.min(puzzle.shape().cells(), puzzle.question().clues() + 1), seed);
    boolean same = easier.question().equals(puzzle.question());
    assertThat(
            SudokuCanonicalForm.of(easier.question())
                .equals(SudokuCanonicalForm.of(puzzle.question())))
        .isEqualTo(same);
  }

  /** Together with the first property this makes equal forms mean symmetric copies. */
  @Test
  void theFormOfFourIsOneOfTheCopies() {
    for (int puzzle = 0; puzzle < 10; puzzle++) {
      SudokuShape four = SudokuShape.ofSide(4);
      SudokuGrid grid =
          SudokuArbitraries.blanked(SudokuArbitraries.pattern(four), StableRandom.of(puzzle));
      Set<String> copies = new HashSet<>();
      // The group has 2 · 8 · 8 · 24 = 3,072 elements.
      IntStream.range(0, 40_000)
          .mapToObj(i -> SudokuSymmetry.random(four, StableRandom.of(99, i)).apply(grid).text())
          .forEach(copies::add);
      assertThat(copies).contains(SudokuCanonicalForm.of(grid));
    }
  }

  /** Counts of essentially different solutions known from the mathematics of Sudoku. */
  @ParameterizedTest
  @CsvSource({"4,2,200", "6,49,4000"})
  void solutionsFallIntoTheKnownNumberOfClasses(int side, int classes, int draws) {
    SudokuGenerator generator =
        new SudokuGenerator(SudokuShape.ofSide(side), SudokuDifficulty.ofBlanks(0, 0), 5);
    assertThat(generator.puzzles(draws).map(p -> SudokuCanonicalForm.of(p.answer())).distinct())
        .hasSize(classes);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 16})
  void differentPuzzlesHaveDifferentForms(int side) {
    SudokuShape shape = SudokuShape.ofSide(side);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.MIXED.of(shape), 3);
    assertThat(generator.puzzles(100).map(p -> SudokuCanonicalForm.of(p.question())).distinct())
        .hasSize(100);
  }

  @Test
  void theFormOfNineIsAPuzzleOfTheSameKind() {
    SudokuShape nine = SudokuShape.ofSide(9);
    SudokuPuzzle puzzle = new SudokuGenerator(nine, SudokuLevel.HARD.of(nine), 3).puzzle(1);
    SudokuGrid form = SudokuGrid.parse(SudokuCanonicalForm.of(puzzle.question()));
    assertThat(form.clues()).isEqualTo(puzzle.question().clues());
    assertThat(SudokuSolver.solve(form).solutions()).isEqualTo(SudokuSolver.Solutions.ONE);
    assertThat(SudokuCanonicalForm.of(form)).isEqualTo(form.text());
  }

  @Test
  void twoDigitsExchangedInOneBandAreTold() {
    // Not a renaming, since other bands keep their digits.
    SudokuGrid grid =
        SudokuArbitraries.blanked(
            SudokuArbitraries.pattern(SudokuShape.ofSide(16)), StableRandom.of(1));
    byte[] cells = grid.toCells();
    for (int i = 0; i < 64; i++) {
      cells[i] = cells[i] == 1 ? 2 : cells[i] == 2 ? 1 : cells[i];
    }
    assertThat(SudokuCanonicalForm.of(SudokuGrid.of(grid.shape(), cells)))
        .isNotEqualTo(SudokuCanonicalForm.of(grid));
  }
}
