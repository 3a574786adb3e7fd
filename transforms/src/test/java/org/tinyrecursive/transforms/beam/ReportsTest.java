package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.transforms.maze.MazeScore;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction;
import org.tinyrecursive.transforms.sudoku.SudokuScore;

/** Workers add up reports of parts in any order and grouping: the whole must be the same. */
class ReportsTest {
  private static final MazeShape SHAPE = new MazeShape(2, 2);
  private static final SudokuGrid ANSWER = SudokuGrid.parse("1234341221434321");

  /**
   * A kind of report.
   *
   * @param part one of many parts, by a number
   */
  private record Kind<R>(
      String name,
      R nothing,
      BinaryOperator<R> plus,
      Function<Integer, R> part,
      Function<R, List<Reject>> rejects,
      Function<R, Long> counted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind<?>> kinds() {
    return Stream.of(
        new Kind<>(
            "Sudokus",
            SudokuScoreReport.EMPTY,
            SudokuScoreReport::plus,
            ReportsTest::sudokus,
            SudokuScoreReport::firstRejects,
            report -> report.score().puzzles() + report.rejects() + report.missing()),
        new Kind<>(
            "mazes",
            MazeScoreReport.EMPTY,
            MazeScoreReport::plus,
            ReportsTest::mazes,
            MazeScoreReport::firstRejects,
            report -> report.score().puzzles() + report.rejects() + report.missing()),
        new Kind<>(
            "ARC votes",
            ArcVoteReport.EMPTY,
            ArcVoteReport::plus,
            ReportsTest::votes,
            ArcVoteReport::firstRejects,
            report ->
                report.sources().values().stream().mapToLong(ArcSourceCounts::predictions).sum()
                    + report.rejects()
                    + report.elsewhere()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <R> void nothingAddsNothing(Kind<R> kind) {
    for (int number = 0; number < 12; number++) {
      R part = kind.part().apply(number);
      assertThat(kind.plus().apply(kind.nothing(), part)).isEqualTo(part);
      assertThat(kind.plus().apply(part, kind.nothing())).isEqualTo(part);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <R> void anyOrderAndAnyGroupingGiveTheSameSum(Kind<R> kind) {
    List<R> parts = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      parts.add(kind.part().apply(number));
    }
    R expected = parts.stream().reduce(kind.nothing(), kind.plus());
    Random random = new Random(7);
    for (int trial = 0; trial < 30; trial++) {
      Collections.shuffle(parts, random);
      assertThat(tree(kind, parts, random)).isEqualTo(expected);
    }
    assertThat(kind.counted().apply(expected)).isEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <R> void theFirstRejectsInOrderOfFilesAndLinesAreKept(Kind<R> kind) {
    R sum = kind.nothing();
    for (int number = 39; number >= 0; number--) {
      sum = kind.plus().apply(sum, kind.part().apply(number));
    }
    assertThat(kind.rejects().apply(sum))
        .hasSize(5)
        .isSortedAccordingTo(Reject.BY_ORIGIN)
        .allMatch(reject -> reject.sourceIndex() == 0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <R> void reportsGoToOtherProcessesAndBack(Kind<R> kind) {
    R sum = kind.nothing();
    for (int number = 0; number < 40; number++) {
      sum = kind.plus().apply(sum, kind.part().apply(number));
    }
    assertThat(
            SerializableUtils.deserializeFromByteArray(
                SerializableUtils.serializeToByteArray((java.io.Serializable) sum), "report"))
        .isEqualTo(sum);
  }

  private static <R> R tree(Kind<R> kind, List<R> parts, Random random) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int cut = 1 + random.nextInt(parts.size() - 1);
    return kind.plus()
        .apply(
            tree(kind, parts.subList(0, cut), random),
            tree(kind, parts.subList(cut, parts.size()), random));
  }

  private static Reject reject(int number) {
    return new Reject(
        number / 25, "file" + number / 25, 100L - number, "", "", "row", "is wrong", "");
  }

  private static SudokuScoreReport sudokus(int number) {
    return switch (number % 4) {
      case 0, 1 -> SudokuScoreReport.ofReject(reject(number));
      case 2 -> SudokuScoreReport.ofMissing();
      default ->
          SudokuScoreReport.ofScore(
              SudokuScore.of(
                  new SudokuPrediction(
                      "p" + number,
                      SudokuGrid.parse(".234341221434321"),
                      number % 8 == 3 ? ANSWER : SudokuGrid.parse("2234341221434321"),
                      SudokuPrediction.Claim.NONE),
                  ANSWER),
              "source" + number % 3);
    };
  }

  private static MazeScoreReport mazes(int number) {
    return switch (number % 4) {
      case 0, 1 -> MazeScoreReport.ofReject(reject(number));
      case 2 -> MazeScoreReport.ofMissing();
      default ->
          MazeScoreReport.ofScore(
              MazeScore.of(
                  SHAPE, "S  G", number % 8 == 3 ? "So G" : "S oG", "So G", "source" + number % 3));
    };
  }

  private static ArcVoteReport votes(int number) {
    return switch (number % 4) {
      case 0, 1 -> ArcVoteReport.ofReject(reject(number));
      case 2 -> ArcVoteReport.ofElsewhere(1);
      default ->
          ArcVoteReport.ofSource(number % 3, new ArcSourceCounts(1, number % 2, 0))
              .plus(
                  ArcVoteReport.ofResult(
                      new ArcVoteResult(
                          number,
                          5,
                          1,
                          1,
                          List.of(new ArcVoteResult.Best("1", 5, 0.5 + number / 100.0)))));
    };
  }
}
