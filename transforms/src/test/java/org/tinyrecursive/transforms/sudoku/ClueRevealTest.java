package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ClueRevealTest {

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 200)
  void theAskedNumberOfCluesIsShownAndNoneIsLost(
      @ForAll("puzzles") SudokuPuzzle puzzle,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll long seed) {
    int clues = (int) (share * puzzle.shape().cells());
    SudokuGrid shown = ClueReveal.reveal(puzzle, clues, seed).question();
    assertThat(shown.clues()).isEqualTo(Math.max(clues, puzzle.question().clues()));
    assertThat(puzzle.question().agreesWith(shown)).isTrue();
    assertThat(shown.agreesWith(puzzle.answer())).isTrue();
  }

  @Property(tries = 100)
  void moreCluesKeepTheFewer(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    int cells = puzzle.shape().cells();
    SudokuGrid fewer = ClueReveal.reveal(puzzle, cells * 3 / 4, seed).question();
    SudokuGrid more = ClueReveal.reveal(puzzle, cells * 7 / 8, seed).question();
    assertThat(fewer.agreesWith(more)).isTrue();
  }

  @Test
  void theSeedDecidesWhichCellsAreShown() {
    SudokuGrid answer = SudokuArbitraries.pattern(SudokuShape.ofSide(9));
    SudokuPuzzle puzzle = new SudokuPuzzle("pattern", SudokuGrid.parse(".".repeat(81)), answer, 0);
    assertThat(ClueReveal.reveal(puzzle, 40, 1)).isEqualTo(ClueReveal.reveal(puzzle, 40, 1));
    assertThat(ClueReveal.reveal(puzzle, 40, 1)).isNotEqualTo(ClueReveal.reveal(puzzle, 40, 2));
  }

  @Test
  void moreCluesThanCellsAreRefused() {
    SudokuGrid answer = SudokuArbitraries.pattern(SudokuShape.ofSide(4));
    SudokuPuzzle puzzle = new SudokuPuzzle("pattern", answer, answer, 0);
    assertThatThrownBy(() -> ClueReveal.reveal(puzzle, 17, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clues are 17, allowed: 0 to 16");
  }
}
