package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;

class MazeCsvTest {
  private static final MazeShape FOUR = new MazeShape(4, 4);

  /** The way round the wall takes 6 steps, on the left as on the right. */
  private static final String QUESTION = "  S  ## " + "  #  G  ";

  private static final String ANSWER = "ooS o## o # oG  ";

  @Provide
  Arbitrary<MazePuzzle> puzzles() {
    return MazeArbitraries.puzzles();
  }

  @Property(tries = 200)
  void aRowRoundTrips(@ForAll("puzzles") MazePuzzle puzzle) throws RejectedRowException {
    assertThat(MazeCsv.parseRow(MazeCsv.formatRow(puzzle), puzzle.shape())).isEqualTo(puzzle);
  }

  @Test
  void aRowIsRead() throws RejectedRowException {
    MazePuzzle puzzle = MazeCsv.parseRow(row(QUESTION, ANSWER) + "\r\n", FOUR);
    assertThat(puzzle.source()).isEqualTo("hand");
    assertThat(puzzle.rating()).isEqualTo(7);
    assertThat(puzzle.pathLength()).isEqualTo(6);
    assertThat(puzzle.answer().toTokens()).startsWith(5, 5, 3, 2, 5, 1, 1, 2).endsWith(4, 2, 2);
  }

  @Test
  void blanksNeedNoQuotes() throws RejectedRowException {
    assertThat(MazeCsv.parseRow("hand," + QUESTION + "," + ANSWER + ",7", FOUR).pathLength())
        .isEqualTo(6);
  }

  @Test
  void aMissingStartOrGoalIsRejected() {
    assertRejected(
        row(QUESTION.replace('S', ' '), ANSWER), "question", "has no start 'S', expected one");
    assertRejected(
        row(QUESTION.replace('G', '#'), ANSWER), "question", "has no goal 'G', expected one");
  }

  @Test
  void aSecondStartOrGoalIsRejectedWithBothPlaces() {
    assertRejected(
        row("G" + QUESTION.substring(1), ANSWER),
        "question",
        "has 2 of the goal 'G', at row 1, column 1 and row 4, column 2, expected one");
    assertRejected(
        row("S" + QUESTION.substring(1), ANSWER),
        "question",
        "has 2 of the start 'S', at row 1, column 1 and row 1, column 3, expected one");
  }

  @Test
  void aQuestionThatMarksAPathIsRejected() {
    assertRejected(
        row(ANSWER, ANSWER),
        "question",
        "has 'o' at row 1, column 1; the path is marked in the answer alone");
  }

  @Test
  void aGoalThatCannotBeReachedIsRejected() {
    assertRejected(
        row("S   #####  #  G ", "S   #####  #  G "),
        "question",
        "has no way from the start at row 1, column 1 to the goal at row 4, column 3");
  }

  @Test
  void anAnswerWhoseWallsMovedIsRejected() {
    assertRejected(
        row(QUESTION, ANSWER.substring(0, 5) + " " + ANSWER.substring(6)),
        "answer",
        "has ' ' at row 2, column 2, where the question has '#'; walls, start and goal stay where"
            + " they are");
    assertRejected(
        row(QUESTION, "ooS#" + ANSWER.substring(4)),
        "answer",
        "has '#' at row 1, column 4, where the question has ' '; walls, start and goal stay where"
            + " they are");
  }

  @Test
  void aPathThroughAWallIsRejected() {
    assertRejected(
        row(QUESTION, "  S  #o   o  Go "),
        "answer",
        "has 'o' at row 2, column 3, where the question has '#'; walls, start and goal stay where"
            + " they are");
  }

  @Test
  void aBrokenPathIsRejectedWithThePlaceWhereItEnds() {
    assertRejected(
        row(QUESTION, "ooS  ## o # oG  "),
        "answer",
        "marks a path that breaks off after 2 steps, at row 1, column 1; it must lead to the goal"
            + " at row 4, column 2");
    assertRejected(
        row(QUESTION, QUESTION),
        "answer",
        "marks a path that breaks off after 0 steps, at row 1, column 3; it must lead to the goal"
            + " at row 4, column 2");
  }

  @Test
  void aLongerPathIsRejectedWithBothLengths() {
    assertRejected(
        row("S       G  #    ", "Soo   o Goo#    "),
        "answer",
        "marks a path of 6 steps, the shortest has 2");
  }

  @Test
  void cellsBesideTheShortestPathAreRejected() {
    assertRejected(
        row(QUESTION, "ooSoo## o # oG  "),
        "answer",
        "marks 6 cells, the shortest path has 5 between start and goal; none may lie beside it");
    assertRejected(
        row(QUESTION, "ooS o## o # oG o"),
        "answer",
        "marks 6 cells, the shortest path has 5 between start and goal; none may lie beside it");
  }

  @Test
  void anyOfSeveralShortestPathsIsGood() throws RejectedRowException {
    MazeShape two = new MazeShape(2, 2);
    assertThat(MazeCsv.parseRow("s,S  G,So G,0", two).pathLength()).isEqualTo(2);
    assertThat(MazeCsv.parseRow("s,S  G,S oG,0", two).pathLength()).isEqualTo(2);
  }

  @Test
  void startBesideGoalNeedsNoMark() throws RejectedRowException {
    MazeShape flat = new MazeShape(1, 2);
    assertThat(MazeCsv.parseRow("s,SG,SG,0", flat).pathLength()).isEqualTo(1);
  }

  @Test
  void wrongLengthsAndCharactersAreRejected() {
    assertRejected(
        row(QUESTION.substring(1), ANSWER), "question", "has 15 cells, expected 16 (4×4)");
    assertRejected(row(QUESTION, ANSWER + "#"), "answer", "has 17 cells, expected 16 (4×4)");
    assertRejected(
        row(QUESTION.replace('G', 'g'), ANSWER),
        "question",
        "has 'g' at row 4, column 2, allowed: '#', ' ', 'S', 'G', 'o'");
    assertRejected("hand,1", "row", "has 2 fields, expected 4: source,question,answer,rating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "1.5", "far"})
  void aRatingThatIsNoCountIsRejected(String rating) {
    assertRejected(
        "hand,\"" + QUESTION + "\",\"" + ANSWER + "\"," + rating,
        "rating",
        "is '" + rating + "', allowed: an integer of 0 and above");
  }

  @Test
  void theShapeOfARowFollowsTheRule() throws RejectedRowException {
    String row = row(QUESTION, ANSWER);
    assertThat(MazeCsv.shapeOf(row, OptionalInt.empty(), OptionalInt.empty())).isEqualTo(FOUR);
    assertThat(MazeCsv.shapeOf(row, OptionalInt.of(2), OptionalInt.empty()))
        .isEqualTo(new MazeShape(2, 8));
    RejectedRowException refused =
        catchThrowableOfType(
            RejectedRowException.class,
            () -> MazeCsv.shapeOf(row, OptionalInt.empty(), OptionalInt.of(5)));
    assertThat(refused)
        .hasMessage("question has 16 cells, expected a multiple of 5, the columns given");
  }

  @Test
  void theHeaderIsKnown() {
    assertThat(MazeCsv.isHeader("\uFEFF" + MazeCsv.HEADER + "\r\n")).isTrue();
    assertThat(MazeCsv.isHeader(row(QUESTION, ANSWER))).isFalse();
  }

  private static String row(String question, String answer) {
    return "hand,\"" + question + "\",\"" + answer + "\",7";
  }

  private static void assertRejected(String row, String field, String reason) {
    RejectedRowException rejected =
        catchThrowableOfType(RejectedRowException.class, () -> MazeCsv.parseRow(row, FOUR));
    assertThat(rejected).as("row %s", row).isNotNull();
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.reason()).isEqualTo(reason);
  }
}
