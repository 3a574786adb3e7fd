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
import org.tinyrecursive.transforms.csv.RejectedRowException;

class SudokuRulesTest {
  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  private static boolean isSolution(SudokuPuzzle puzzle, byte[] answer) {
    return SudokuRules.isSolution(puzzle.shape(), puzzle.question().toTokens(), answer);
  }

  @Property(tries = 100)
  void theAnswerOfAPuzzleIsASolution(@ForAll("puzzles") SudokuPuzzle puzzle) {
    assertThat(isSolution(puzzle, puzzle.answer().toTokens())).isTrue();
  }

  @Property(tries = 40)
  void noOtherTokenInAnyCellIsPartOfOne(@ForAll("puzzles") SudokuPuzzle puzzle) {
    for (int cell = 0; cell < puzzle.shape().cells(); cell++) {
      for (int token = 0; token < puzzle.shape().vocabSize() + 2; token++) {
        byte[] answer = puzzle.answer().toTokens();
        if (token != answer[cell]) {
          answer[cell] = (byte) token;
          assertThat(isSolution(puzzle, answer)).as("token %d in cell %d", token, cell).isFalse();
        }
      }
    }
  }

  @Property(tries = 100)
  void anotherSolvedGridIsOneOfPuzzlesOnlyWhoseCluesItHas(@ForAll("puzzles") SudokuPuzzle puzzle) {
    byte[] renamed = puzzle.answer().toTokens();
    int side = puzzle.shape().side();
    for (int cell = 0; cell < renamed.length; cell++) {
      renamed[cell] = (byte) ((renamed[cell] - 2 + 1) % side + 2);
    }
    assertThat(isSolution(puzzle, renamed)).isEqualTo(puzzle.question().clues() == 0);
  }

  @Test
  void negativeTokensAreNoSolution() {
    SudokuGrid answer = SudokuArbitraries.pattern(SudokuShape.ofSide(4));
    byte[] tokens = answer.toTokens();
    tokens[5] = -3;
    assertThat(SudokuRules.isSolution(answer.shape(), answer.toTokens(), tokens)).isFalse();
  }

  @Test
  void aQuestionIsReadWhetherItHasASolutionOrNot() throws RejectedRowException {
    assertThat(SudokuRules.parseQuestion("................").clues()).isZero();
    // Nothing fits into its third cell, yet no rule is broken.
    assertThat(SudokuRules.parseQuestion("12.3..4.........").clues()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "11.............., repeats a digit in a row",
    "1...1..........., repeats a digit in a row",
    "1....1.........., repeats a digit in a row",
    "123, question",
    "5..............., question"
  })
  void aRepeatedDigitOrNoGridIsRefusedByItsField(String text, String reason) {
    assertThatThrownBy(() -> SudokuRules.parseQuestion(text))
        .isInstanceOf(RejectedRowException.class)
        .hasMessageContaining(reason);
  }
}
