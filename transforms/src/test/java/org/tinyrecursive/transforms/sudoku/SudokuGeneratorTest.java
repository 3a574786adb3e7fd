package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.sudoku.SudokuSolver.Outcome;
import org.tinyrecursive.transforms.sudoku.SudokuSolver.Solutions;

class SudokuGeneratorTest {

  @Property(tries = 100)
  void everyPuzzleHasOneSolutionAndTheAskedDifficulty(
      @ForAll long seed, @ForAll SudokuLevel level, @ForAll @IntRange(min = 0, max = 3) int size) {
    int side = new int[] {4, 6, 9, 16}[size];
    SudokuLevel possible = side == 4 && level == SudokuLevel.EXTREME ? SudokuLevel.HARD : level;
    SudokuShape shape = SudokuShape.ofSide(side);
    SudokuDifficulty difficulty = possible.of(shape);
    SudokuPuzzle puzzle = new SudokuGenerator(shape, difficulty, seed).puzzle(0);
    Outcome outcome = SudokuSolver.solve(puzzle.question());
    assertThat(outcome.solutions()).isEqualTo(Solutions.ONE);
    assertThat(outcome.first()).contains(puzzle.answer());
    assertThat(shape.cells() - puzzle.question().clues())
        .isBetween(difficulty.minBlanks(), difficulty.maxBlanks());
    assertThat(puzzle.rating()).isEqualTo((int) outcome.guesses());
    assertThat(puzzle.rating()).isBetween(difficulty.minGuesses(), difficulty.maxGuesses());
  }

  @Test
  void aPuzzleDependsOnItsIndexAndNotOnTheOrderOfDrawing() {
    SudokuGenerator generator = generator(6, 12, 24, 11);
    List<SudokuPuzzle> inOrder = generator.puzzles(200).toList();
    List<SudokuPuzzle> inParallel =
        LongStream.range(0, 200).parallel().mapToObj(generator(6, 12, 24, 11)::puzzle).toList();
    assertThat(inParallel).isEqualTo(inOrder);
    assertThat(generator.puzzle(137)).isEqualTo(inOrder.get(137));
  }

  @Test
  void everyNumberOfBlanksOfTheRangeComes() {
    assertThat(generator(6, 12, 24, 1).puzzles(500).map(p -> 36 - p.question().clues()).distinct())
        .hasSize(13);
  }

  @Test
  void anotherSeedGivesOtherPuzzles() {
    List<SudokuPuzzle> first = generator(9, 30, 40, 1).puzzles(20).toList();
    assertThat(generator(9, 30, 40, 2).puzzles(20)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void theSequenceOfASeedIsFixed() {
    SudokuPuzzle puzzle = generator(4, 8, 8, 42).puzzle(0);
    assertThat(SudokuCsv.formatRow(puzzle))
        .isEqualTo("generated_4x4,..1..4.3.132.34.,3214142341322341,0");
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 40})
  void moreBlanksThanCellsAreRefused(int blanks) {
    assertThatThrownBy(() -> generator(6, 10, blanks, 1))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("blanks are up to " + blanks + ", allowed for 6×6: 0 to 35");
  }

  @Test
  void puzzlesThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> generator(4, 13, 13, 1).puzzle(0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no 4×4 Sudoku with 13 blanks")
        .hasMessageContaining("ask for fewer blanks");
    assertThatThrownBy(() -> SudokuLevel.EXTREME.of(SudokuShape.ofSide(4)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("allowed: easy, medium, hard, mixed");
    assertThatThrownBy(() -> SudokuDifficulty.ofBlanks(9, 8))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("blanks are 9 to 8");
  }

  private static SudokuGenerator generator(int side, int minBlanks, int maxBlanks, long seed) {
    return new SudokuGenerator(
        SudokuShape.ofSide(side), SudokuDifficulty.ofBlanks(minBlanks, maxBlanks), seed);
  }
}
