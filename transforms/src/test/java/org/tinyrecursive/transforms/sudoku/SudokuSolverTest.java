package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;
import org.tinyrecursive.transforms.sudoku.SudokuSolver.Outcome;
import org.tinyrecursive.transforms.sudoku.SudokuSolver.Solutions;

class SudokuSolverTest {

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 200)
  void whatItFindsIsASolutionOfTheQuestion(@ForAll("puzzles") SudokuPuzzle puzzle) {
    Outcome outcome = SudokuSolver.solve(puzzle.question());
    SudokuGrid found = outcome.first().orElseThrow();
    assertThat(found.isValidSolution()).isTrue();
    assertThat(puzzle.question().agreesWith(found)).isTrue();
    if (outcome.solutions() == Solutions.ONE) {
      assertThat(found).isEqualTo(puzzle.answer());
    }
  }

  @Property(tries = 100)
  void countsSolutionsOfFourAsExhaustionDoes(@ForAll long seed) {
    SudokuShape four = SudokuShape.ofSide(4);
    SudokuGrid question =
        SudokuArbitraries.blanked(SudokuArbitraries.pattern(four), StableRandom.of(seed));
    int expected = countByExhaustion(question.toCells(), 0);
    assertThat(SudokuSolver.solve(question).solutions())
        .isEqualTo(expected == 1 ? Solutions.ONE : Solutions.SEVERAL);
  }

  @Test
  void anEmptyGridHasSeveralSolutionsInEverySize() {
    for (int cells : new int[] {16, 36, 81, 256}) {
      Outcome outcome = SudokuSolver.solve(SudokuGrid.parse(".".repeat(cells)));
      assertThat(outcome.solutions()).isEqualTo(Solutions.SEVERAL);
      assertThat(outcome.first().orElseThrow().isValidSolution()).isTrue();
    }
  }

  @Test
  void aRepeatedClueHasNoSolution() {
    assertThat(SudokuSolver.solve(SudokuGrid.parse("11..............")))
        .isEqualTo(new Outcome(Solutions.NONE, Optional.empty(), 0));
  }

  @Test
  void clashingCluesWithoutARepeatHaveNoSolution() {
    // The last cell of the first row sees 1, 2, 3 in its row and 4 in its column.
    assertThat(SudokuSolver.solve(SudokuGrid.parse("123....4........")).solutions())
        .isEqualTo(Solutions.NONE);
  }

  @Test
  void singlesNeedNoGuess() {
    assertThat(SudokuSolver.solve(SudokuGrid.parse("1234341221......")))
        .isEqualTo(
            new Outcome(Solutions.ONE, Optional.of(SudokuGrid.parse("1234341221434321")), 0));
  }

  @Test
  void theGuessLimitLeavesItUndecided() {
    Outcome outcome = SudokuSolver.solve(SudokuGrid.parse(".".repeat(81)), 3);
    assertThat(outcome.solutions()).isEqualTo(Solutions.UNDECIDED);
    assertThat(outcome.first()).isEmpty();
  }

  private static int countByExhaustion(byte[] cells, int from) {
    int at = from;
    while (at < cells.length && cells[at] != 0) {
      at++;
    }
    SudokuGrid grid = SudokuGrid.of(SudokuShape.ofSide(4), cells);
    if (grid.hasRepeatedDigit()) {
      return 0;
    }
    if (at == cells.length) {
      return 1;
    }
    int count = 0;
    for (byte digit = 1; digit <= 4; digit++) {
      cells[at] = digit;
      count += countByExhaustion(cells, at + 1);
    }
    cells[at] = 0;
    return count;
  }
}
