package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;

class SudokuGridTest {
  private static final String SOLVED_4 = "1234341221434321";

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 200)
  void textAndTokensRoundTrip(@ForAll("puzzles") SudokuPuzzle puzzle) {
    SudokuGrid grid = puzzle.question();
    assertThat(SudokuGrid.parse(grid.text())).isEqualTo(grid);
    assertThat(SudokuGrid.ofTokens(grid.shape(), grid.toTokens())).isEqualTo(grid);
  }

  @Property(tries = 200)
  void tokensAreDigitsPlusOne(@ForAll("puzzles") SudokuPuzzle puzzle) {
    byte[] tokens = puzzle.question().toTokens();
    for (int i = 0; i < tokens.length; i++) {
      assertThat(tokens[i]).isEqualTo((byte) (puzzle.question().cell(i) + 1));
      assertThat((int) tokens[i]).isBetween(1, puzzle.shape().vocabSize() - 1);
    }
  }

  @Property(tries = 200)
  void oneChangedCellMakesASolutionInvalid(
      @ForAll("puzzles") SudokuPuzzle puzzle, @ForAll int draw) {
    byte[] cells = puzzle.answer().toCells();
    int at = Math.floorMod(draw, cells.length);
    cells[at] = (byte) (cells[at] % puzzle.shape().side() + 1);
    SudokuGrid changed = SudokuGrid.of(puzzle.shape(), cells);
    assertThat(puzzle.answer().isValidSolution()).isTrue();
    assertThat(changed.isValidSolution()).isFalse();
    assertThat(changed.hasRepeatedDigit()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"4,2,2,6,true", "6,2,3,8,false", "9,3,3,11,true", "16,4,4,18,true"})
  void shapesHaveThePublishedBoxes(int side, int rows, int columns, int vocab, boolean square) {
    SudokuShape shape = SudokuShape.ofCells(side * side);
    assertThat(shape).isEqualTo(new SudokuShape(side, rows, columns));
    assertThat(shape.vocabSize()).isEqualTo(vocab);
    assertThat(shape.squareBoxes()).isEqualTo(square);
  }

  @Test
  void sixteenUsesLettersAfterNine() {
    assertThat(SudokuGrid.parse("9AG".concat(".".repeat(253))).toTokens())
        .startsWith(10, 11, 17, 1);
  }

  @Test
  void zeroAndDotAreBlank() {
    assertThat(SudokuGrid.parse("0.34341221434321").text()).isEqualTo("..34341221434321");
  }

  @Test
  void aBoxOfTheWrongKindIsRefused() {
    assertThatThrownBy(() -> new SudokuShape(6, 3, 2))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("boxes of a 6×6 Sudoku are 3×2, allowed: 2×3");
    assertThatThrownBy(() -> SudokuShape.ofSide(5))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("5")
        .hasMessageContaining(SudokuShape.ALLOWED_SIDES);
  }

  @Test
  void aDigitAboveTheSideIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> SudokuGrid.parse("1234341251434321"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("has '5' at row 3, column 1, allowed: '.', '0', '1' to '4'");
  }

  @Test
  void aPadTokenIsNoCell() {
    assertThatThrownBy(() -> SudokuGrid.ofTokens(SudokuShape.ofSide(4), new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void agreementNeedsEveryClueAndTheSameShape() {
    SudokuGrid answer = SudokuGrid.parse(SOLVED_4);
    assertThat(SudokuGrid.parse("1..............1").agreesWith(answer)).isTrue();
    assertThat(SudokuGrid.parse("1..............2").agreesWith(answer)).isFalse();
    assertThat(SudokuGrid.parse(".".repeat(36)).agreesWith(answer)).isFalse();
  }

  @Test
  void boxesOfSixAreTwoRowsHighAndThreeColumnsWide() {
    // Rows and columns hold every digit once, boxes do not.
    SudokuGrid latin = SudokuGrid.parse("123456234561345612456123561234612345");
    assertThat(latin.isValidSolution()).isFalse();
    assertThat(SudokuGrid.parse("123456456123231564564231312645645312").isValidSolution()).isTrue();
  }

  @Test
  void aCallersArrayIsNotShared() {
    byte[] cells = SudokuGrid.parse(SOLVED_4).toCells();
    SudokuGrid grid = SudokuGrid.of(SudokuShape.ofSide(4), cells);
    cells[0] = 0;
    grid.toCells()[1] = 0;
    assertThat(grid.text()).isEqualTo(SOLVED_4);
  }
}
