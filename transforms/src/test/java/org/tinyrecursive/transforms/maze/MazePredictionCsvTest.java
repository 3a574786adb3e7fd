package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionColumns.Fields;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

class MazePredictionCsvTest {
  private static final MazeShape TWO = new MazeShape(2, 2);

  @Provide
  Arbitrary<MazePuzzle> puzzles() {
    return MazeArbitraries.puzzles();
  }

  @Property(tries = 200)
  void aRowRoundTrips(@ForAll("puzzles") MazePuzzle puzzle) throws RejectedRowException {
    String row =
        MazePredictionCsv.formatRow(
            new Prediction(
                3,
                puzzle.question().toTokens(),
                puzzle.answer().toTokens(),
                true,
                0.5f,
                2,
                0,
                false));
    Fields fields = MazePredictionCsv.ofHeader(PredictionCsv.HEADER).parseRow(row, puzzle.shape());
    assertThat(fields)
        .isEqualTo(new Fields("3", puzzle.question().text(), puzzle.answer().text(), "true"));
  }

  @Test
  void tokensThatAreNoCellsAreMarkedAndReadBack() throws RejectedRowException {
    String row =
        MazePredictionCsv.formatRow(
            new Prediction(
                0,
                MazeGrid.parse(TWO, "S  G").toTokens(),
                new byte[] {0, 6, -1, 5},
                false,
                0,
                1,
                0,
                false));
    assertThat(MazePredictionCsv.ofHeader(PredictionCsv.HEADER).parseRow(row, TWO).prediction())
        .isEqualTo("???o");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "S  G,So|prediction has 2 cells, expected 4 as the question",
        "S  G,SxoG|prediction has 'x' at row 1, column 2, allowed: '#', ' ', 'S', 'G', 'o', '?'",
        "S  G|row has 1 fields, expected 2 as the header",
        "S G,So G|question",
        "S###,S###|question",
      })
  void aBadRowIsRefusedByItsField(String row, String problem) {
    RejectedRowException refused =
        catchThrowableOfType(
            RejectedRowException.class,
            () -> MazePredictionCsv.ofHeader("question,prediction").parseRow(row, TWO));
    assertThat(refused).hasMessageStartingWith(problem);
  }

  @Property(tries = 200)
  void theAnswerIsAShortestPathAndOfAnyChangedCellNoneIs(
      @ForAll("puzzles") MazePuzzle puzzle, @ForAll int place) {
    byte[] question = puzzle.question().toTokens();
    byte[] answer = puzzle.answer().toTokens();
    assertThat(MazeRules.isShortestPath(puzzle.shape(), question, answer)).isTrue();
    MazeScore right =
        MazeScore.of(
            puzzle.shape(),
            puzzle.question().text(),
            puzzle.answer().text(),
            puzzle.answer().text(),
            "");
    assertThat(right.exact()).isEqualTo(1);
    assertThat(right.shortestPaths()).isEqualTo(1);
    assertThat(right.correctCells()).isEqualTo(puzzle.shape().cells());
    int cell = Math.floorMod(place, answer.length);
    for (byte token = -1; token <= 6; token++) {
      byte[] changed = answer.clone();
      changed[cell] = token;
      assertThat(MazeRules.isShortestPath(puzzle.shape(), question, changed))
          .as("cell %d, token %d", cell, token)
          .isEqualTo(token == answer[cell]);
    }
  }
}
