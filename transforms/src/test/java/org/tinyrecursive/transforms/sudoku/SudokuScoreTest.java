package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;

class SudokuScoreTest {
  private static final SudokuGrid ANSWER = SudokuGrid.parse("1234341221434321");
  private static final SudokuGrid QUESTION = SudokuGrid.parse("12..341221434321");

  @Provide
  Arbitrary<List<SudokuPuzzle>> puzzles() {
    return SudokuArbitraries.puzzles().list().ofSize(4);
  }

  @Test
  void aRightAnswerIsExact() {
    assertThat(score("1234341221434321", Claim.CORRECT)).isEqualTo(expected(1, 16, 2, 1, 0, 1, 0));
  }

  @Test
  void aWrongCellCountsAmongCellsAndBlankCells() {
    assertThat(score("1243341221434321", Claim.WRONG)).isEqualTo(expected(0, 14, 0, 0, 0, 1, 0));
    assertThat(score("123.341221434321", Claim.NONE)).isEqualTo(expected(0, 15, 1, 0, 0, 0, 0));
  }

  @Test
  void anotherValidSudokuThatChangesCluesIsNotExact() {
    // Rows 1 and 2 exchanged: valid, but not the answer.
    assertThat(score("3412123421434321", Claim.NONE)).isEqualTo(expected(0, 8, 0, 1, 1, 0, 0));
  }

  @Test
  void aClaimThatDisagreesIsCounted() {
    assertThat(score("1234341221434321", Claim.WRONG).wrongClaims()).isEqualTo(1);
    assertThat(score("1243341221434321", Claim.CORRECT).wrongClaims()).isEqualTo(1);
  }

  @Property(tries = 50)
  void partsAddUpInAnyOrder(@ForAll("puzzles") List<SudokuPuzzle> puzzles) {
    List<SudokuScore> parts =
        puzzles.stream()
            .map(
                p ->
                    SudokuScore.of(
                        new SudokuPrediction("", p.question(), p.answer(), Claim.NONE), p.answer()))
            .toList();
    SudokuScore forwards = SudokuScore.EMPTY;
    SudokuScore backwards = SudokuScore.EMPTY;
    for (int i = 0; i < parts.size(); i++) {
      forwards = forwards.plus(parts.get(i));
      backwards = parts.get(parts.size() - 1 - i).plus(backwards);
    }
    assertThat(forwards).isEqualTo(backwards);
    assertThat(forwards.exact()).isEqualTo(4);
    assertThat(forwards.byClues().values().stream().mapToLong(ClueScore::puzzles).sum())
        .isEqualTo(4);
    assertThat(forwards.cellAccuracy()).isEqualTo(1);
  }

  @Test
  void sharesAreOfTheirOwnWholes() {
    SudokuScore two =
        score("1234341221434321", Claim.NONE).plus(score("1243341221434321", Claim.NONE));
    assertThat(two.exactAccuracy()).isEqualTo(0.5);
    assertThat(two.cellAccuracy()).isEqualTo(30 / 32.0);
    assertThat(two.blankCellAccuracy()).isEqualTo(2 / 4.0);
    assertThat(two.byClues()).containsOnlyKeys(14);
    assertThat(two.byClues().get(14)).isEqualTo(new ClueScore(2, 1));
  }

  @Test
  void nothingScoresZeroWithAnOpenInterval() {
    assertThat(SudokuScore.EMPTY.exactAccuracy()).isZero();
    assertThat(SudokuScore.EMPTY.cellAccuracy()).isZero();
    assertThat(SudokuScore.EMPTY.exactInterval().high()).isEqualTo(1);
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() {
    SudokuPrediction prediction = new SudokuPrediction("", QUESTION, ANSWER, Claim.NONE);
    SudokuGrid other = SudokuGrid.parse("3412123421434321");
    assertThatThrownBy(() -> SudokuScore.of(prediction, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not solve");
  }

  private static SudokuScore score(String prediction, Claim claim) {
    return SudokuScore.of(
        new SudokuPrediction("", QUESTION, SudokuGrid.parse(prediction), claim), ANSWER);
  }

  private static SudokuScore expected(
      int exact, int cells, int blankCells, int valid, int changed, int claims, int wrongClaims) {
    TreeMap<Integer, ClueScore> byClues = new TreeMap<>();
    byClues.put(14, new ClueScore(1, exact));
    return new SudokuScore(
        1,
        exact,
        16,
        cells,
        2,
        blankCells,
        valid,
        changed > 0 ? 0 : valid,
        changed,
        claims,
        wrongClaims,
        byClues);
  }
}
