package org.tinyrecursive.transforms.sudoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;

class SudokuCsvTest {
  private static final String ANSWER_4 = "1234341221434321";
  private static final String QUESTION_4 = "1..............1";
  private static final String ANSWER_9 = SudokuArbitraries.pattern(SudokuShape.ofSide(9)).text();
  private static final String QUESTION_9 = ANSWER_9.substring(0, 30) + ".".repeat(51);

  @Provide
  Arbitrary<SudokuPuzzle> puzzles() {
    return SudokuArbitraries.puzzles();
  }

  @Property(tries = 200)
  void aRowRoundTrips(@ForAll("puzzles") SudokuPuzzle puzzle) throws RejectedRowException {
    assertThat(SudokuCsv.parseRow(SudokuCsv.formatRow(puzzle))).isEqualTo(puzzle);
  }

  @Property(tries = 200)
  void anySourceRoundTrips(
      @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = '~') String source)
      throws RejectedRowException {
    SudokuGrid answer = SudokuGrid.parse(ANSWER_4);
    SudokuPuzzle puzzle = new SudokuPuzzle(source, answer, answer, 0);
    assertThat(SudokuCsv.parseRow(SudokuCsv.formatRow(puzzle)).source()).isEqualTo(source);
  }

  @Test
  void quotedFieldsAndLineEndsAreRead() throws RejectedRowException {
    String row = "\"forum, \"\"hard\"\"\",\"" + QUESTION_4 + "\"," + ANSWER_4 + ",\"7\"\r\n";
    SudokuPuzzle puzzle = SudokuCsv.parseRow(row);
    assertThat(puzzle.source()).isEqualTo("forum, \"hard\"");
    assertThat(puzzle.question().text()).isEqualTo(QUESTION_4);
    assertThat(puzzle.rating()).isEqualTo(7);
  }

  @Test
  void aRowOfThePublishedSetIsRead() throws RejectedRowException {
    SudokuPuzzle puzzle = SudokuCsv.parseRow("puzzles0," + QUESTION_9 + "," + ANSWER_9 + ",12");
    assertThat(puzzle.shape()).isEqualTo(SudokuShape.ofSide(9));
    assertThat(puzzle.question().clues()).isEqualTo(30);
  }

  @Test
  void eightyCellsAreRejectedByName() {
    assertRejected(
        "s," + QUESTION_9.substring(1) + "," + ANSWER_9 + ",0",
        "question",
        "has 80 cells, expected 81");
    assertRejected(
        "s," + QUESTION_9 + "," + ANSWER_9.substring(1) + ",0",
        "answer",
        "has 80 cells, expected 81");
    assertRejected(
        "s," + QUESTION_9.substring(1) + "," + ANSWER_9.substring(1) + ",0",
        "question",
        "has 80 cells, allowed: 16, 36, 81 or 256");
  }

  @Test
  void questionAndAnswerOfTwoSizesAreRejected() {
    assertRejected(
        "s," + QUESTION_4 + "," + ANSWER_9 + ",0",
        "answer",
        "has 81 cells, the question 16; both must have as many");
  }

  @Test
  void lettersAreRejectedWithTheirPlace() {
    assertRejected(
        "s,1...x..........1," + ANSWER_4 + ",0",
        "question",
        "has 'x' at row 2, column 1, allowed: '.', '0', '1' to '4'");
  }

  @Test
  void aWrongAnswerIsRejectedWithItsPlace() {
    assertRejected(
        "s,2..............1," + ANSWER_4 + ",0",
        "answer",
        "has 1 at row 1, column 1, where the question has the clue 2");
  }

  @Test
  void anAnswerWithARepeatedDigitIsRejected() {
    assertRejected(
        "s,................,1134341221434321,0",
        "answer",
        "repeats a digit in a row, column or box");
  }

  @Test
  void anAnswerWithABlankIsRejected() {
    assertRejected(
        "s,................,.234341221434321,0", "answer", "has 1 blanks, allowed: none");
  }

  @Test
  void missingAndSuperfluousFieldsAreRejected() {
    assertRejected(
        "s," + QUESTION_4 + "," + ANSWER_4,
        "row",
        "has 3 fields, expected 4: source,question,answer,rating");
    assertRejected(
        "s," + QUESTION_4 + "," + ANSWER_4 + ",0,",
        "row",
        "has 5 fields, expected 4: source,question,answer,rating");
    assertRejected("", "row", "has 1 fields, expected 4: source,question,answer,rating");
    assertRejected("s,," + ANSWER_4 + ",0", "question", "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "1.5", "many", "99999999999"})
  void aRatingThatIsNoCountIsRejected(String rating) {
    assertRejected(
        "s," + QUESTION_4 + "," + ANSWER_4 + "," + rating,
        "rating",
        "is '" + rating + "', allowed: an integer of 0 and above");
  }

  @Test
  void brokenQuotesAreRejected() {
    assertRejected(
        "\"s," + QUESTION_4,
        "row",
        "has a quote at character 1 that is not closed on the same line");
    assertRejected(
        "\"s\"x,1", "row", "has text after a closing quote at character 4, expected ','");
  }

  @Test
  void aRowOfAnotherShapeThanTheFileIsRejected() {
    SudokuShape nine = SudokuShape.ofSide(9);
    assertThatThrownBy(() -> SudokuCsv.parseRow("s," + QUESTION_4 + "," + ANSWER_4 + ",0", nine))
        .isInstanceOf(RejectedRowException.class)
        .hasMessage("question has 16 cells, expected 81 as in the other rows");
  }

  @Test
  void theHeaderIsKnownWithAndWithoutLineEndAndByteOrderMark() {
    assertThat(SudokuCsv.isHeader(SudokuCsv.HEADER)).isTrue();
    assertThat(SudokuCsv.isHeader("\uFEFF" + SudokuCsv.HEADER + "\r\n")).isTrue();
    assertThat(SudokuCsv.isHeader("s," + QUESTION_4 + "," + ANSWER_4 + ",0")).isFalse();
    assertThat(SudokuCsv.isHeader("source,puzzle,solution,rating")).isFalse();
  }

  private static void assertRejected(String row, String field, String reason) {
    RejectedRowException rejected =
        catchThrowableOfType(RejectedRowException.class, () -> SudokuCsv.parseRow(row));
    assertThat(rejected).as("row %s", row).isNotNull();
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.reason()).isEqualTo(reason);
  }
}
