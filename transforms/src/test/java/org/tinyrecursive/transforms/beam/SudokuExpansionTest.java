package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuRules;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** What every expansion of a row must do, and what each does of its own. */
class SudokuExpansionTest {
  private static final String ANSWER = "1234341221434321";
  private static final String QUESTION = "12..3....1....2.";
  private static final SudokuShape SHAPE = SudokuShape.ofSide(4);

  /** A copy of an example that an expansion gave. */
  private record Given(int copy, SudokuGrid question, SudokuGrid answer) {}

  static List<SudokuExpansion> expansions() {
    return List.of(
        new SymmetricCopies(1, 0),
        new SymmetricCopies(1, 7),
        new RevealedClues(1, List.of()),
        new RevealedClues(1, List.of(4, 5, 6, 9, 16)),
        new RevealedClues(1, List.of(9, 7, 9)));
  }

  private static PuzzleRow row(String question) {
    SudokuPuzzle puzzle =
        new SudokuPuzzle("s", SudokuGrid.parse(question), SudokuGrid.parse(ANSWER), 0);
    return PuzzleRow.of(0, 2, CheckedRow.of(puzzle));
  }

  private static List<Given> expand(SudokuExpansion expansion, PuzzleRow row) throws IOException {
    List<Given> given = new ArrayList<>();
    expansion.expand(
        SHAPE,
        row,
        (copy, inputs, labels) ->
            given.add(
                new Given(
                    copy, SudokuGrid.ofTokens(SHAPE, inputs), SudokuGrid.ofTokens(SHAPE, labels))));
    return given;
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void theOriginalComesFirstAndAsManyFollowAsAreTold(SudokuExpansion expansion) throws IOException {
    PuzzleRow row = row(QUESTION);
    List<Given> given = expand(expansion, row);

    assertThat(given).hasSize(expansion.puzzles(row));
    assertThat(given.get(0).question().text()).isEqualTo(QUESTION);
    assertThat(given.get(0).answer().text()).isEqualTo(ANSWER);
    for (int copy = 0; copy < given.size(); copy++) {
      assertThat(given.get(copy).copy()).isEqualTo(copy);
    }
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void everyPuzzleIsSolvedByItsAnswer(SudokuExpansion expansion) throws IOException {
    for (Given given : expand(expansion, row(QUESTION))) {
      assertThat(
              SudokuRules.isSolution(SHAPE, given.question().toTokens(), given.answer().toTokens()))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void theSameRowGivesTheSameAndIsLeftAsItIs(SudokuExpansion expansion) throws IOException {
    PuzzleRow row = row(QUESTION);
    List<Given> once = expand(expansion, row);

    assertThat(expand(expansion, row)).isEqualTo(once);
    assertThat(expand(expansion, row(QUESTION))).isEqualTo(once);
  }

  @Test
  void variantsShowEveryAskedNumberOfCluesThatTheOriginalHasNotYetEachMoreThanTheLast()
      throws IOException {
    List<Given> given = expand(new RevealedClues(1, List.of(4, 5, 16, 6, 9, 9)), row(QUESTION));

    assertThat(given).extracting(one -> one.question().clues()).containsExactly(5, 6, 9, 16);
    for (int i = 1; i < given.size(); i++) {
      assertThat(given.get(i - 1).question().agreesWith(given.get(i).question())).isTrue();
      assertThat(given.get(i).answer()).isEqualTo(given.get(0).answer());
    }
  }

  @Test
  void anotherSeedShowsOtherCellsAndOtherSymmetries() throws IOException {
    PuzzleRow row = row(QUESTION);
    assertThat(expand(new RevealedClues(2, List.of(9)), row))
        .isNotEqualTo(expand(new RevealedClues(1, List.of(9)), row));
    assertThat(expand(new SymmetricCopies(2, 7), row))
        .isNotEqualTo(expand(new SymmetricCopies(1, 7), row));
  }

  @Test
  void moreCopiesBeginWithTheFewer() throws IOException {
    PuzzleRow row = row(QUESTION);
    List<Given> more = expand(new SymmetricCopies(1, 9), row);

    assertThat(more).startsWith(expand(new SymmetricCopies(1, 3), row).toArray(Given[]::new));
    assertThat(more.stream().map(Given::answer).distinct().count()).isGreaterThan(4);
  }
}
