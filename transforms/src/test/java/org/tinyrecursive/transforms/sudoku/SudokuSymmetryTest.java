package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class SudokuSymmetryTest {

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 300)
  void aValidPuzzleStaysValid(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuPuzzle copy = SudokuSymmetry.random(puzzle.shape(), StableRandom.of(seed)).apply(puzzle);
    assertThat(copy.answer().isValidSolution()).isTrue();
    assertThat(copy.question().agreesWith(copy.answer())).isTrue();
    assertThat(copy.question().clues()).isEqualTo(puzzle.question().clues());
  }

  @Property(tries = 300)
  void theInverseRestores(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuSymmetry symmetry = SudokuSymmetry.random(puzzle.shape(), StableRandom.of(seed));
    assertThat(symmetry.inverse().apply(symmetry.apply(puzzle))).isEqualTo(puzzle);
    assertThat(symmetry.apply(symmetry.inverse().apply(puzzle))).isEqualTo(puzzle);
  }

  @Property(tries = 100)
  void tokensChangeAsTheGridDoes(@ForAll("puzzles") SudokuPuzzle puzzle, @ForAll long seed) {
    SudokuSymmetry symmetry = SudokuSymmetry.random(puzzle.shape(), StableRandom.of(seed));
    byte[] out = new byte[puzzle.shape().cells()];
    symmetry.applyTokens(puzzle.question().toTokens(), out);
    assertThat(out).isEqualTo(symmetry.apply(puzzle.question()).toTokens());
  }

  @Property(tries = 50)
  void theIdentityChangesNothing(@ForAll("puzzles") SudokuPuzzle puzzle) {
    assertThat(SudokuSymmetry.identity(puzzle.shape()).apply(puzzle)).isEqualTo(puzzle);
  }

  @Test
  void theSameStreamDrawsTheSameSymmetry() {
    SudokuGrid grid = SudokuArbitraries.pattern(SudokuShape.ofSide(9));
    SudokuGrid first = SudokuSymmetry.random(grid.shape(), StableRandom.of(3, 1)).apply(grid);
    assertThat(SudokuSymmetry.random(grid.shape(), StableRandom.of(3, 1)).apply(grid))
        .isEqualTo(first);
    assertThat(SudokuSymmetry.random(grid.shape(), StableRandom.of(3, 2)).apply(grid))
        .isNotEqualTo(first);
  }

  @Test
  void allSymmetriesOfFourAreDrawn() {
    // Two clues in one row; digits 4·3 ways, and every pair of cells that share a row or column.
    SudokuGrid grid = SudokuGrid.parse("12..............");
    Set<SudokuGrid> copies = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      copies.add(SudokuSymmetry.random(grid.shape(), StableRandom.of(i)).apply(grid));
    }
    // Both clues stay in one box and one line: 4 boxes · 4 such pairs · 12 pairs of digits.
    assertThat(copies).hasSize(4 * 4 * 12);
  }

  @Test
  void sixIsNeverTransposed() {
    SudokuGrid grid = SudokuGrid.parse("12" + ".".repeat(34));
    for (int i = 0; i < 500; i++) {
      String text = SudokuSymmetry.random(grid.shape(), StableRandom.of(i)).apply(grid).text();
      int[] clues = text.chars().map(c -> c == '.' ? 0 : 1).toArray();
      int first = text.length() - text.replaceFirst("^\\.*", "").length();
      int last = text.replaceFirst("\\.*$", "").length() - 1;
      assertThat(first / 6).as("row of both clues in %s", text).isEqualTo(last / 6);
      assertThat(clues[first] + clues[last]).isEqualTo(2);
    }
  }

  @Test
  void padTokensStayPad() {
    byte[] out = new byte[16];
    SudokuSymmetry.random(SudokuShape.ofSide(4), StableRandom.of(5)).applyTokens(new byte[16], out);
    assertThat(out).containsOnly(0);
  }

  @Test
  void aGridOfAnotherShapeIsRefused() {
    SudokuSymmetry symmetry = SudokuSymmetry.identity(SudokuShape.ofSide(4));
    assertThatThrownBy(() -> symmetry.apply(SudokuGrid.parse(".".repeat(36))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grid has 36 cells, expected 16");
  }
}
