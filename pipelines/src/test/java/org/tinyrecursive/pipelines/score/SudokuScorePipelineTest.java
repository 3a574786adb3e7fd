package org.tinyrecursive.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuScore;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

class SudokuScorePipelineTest {
  private static final int WRONG_EVERY = 4;

  private final List<SudokuPuzzle> puzzles = puzzles(6, 40);

  @TempDir private Path folder;

  @Test
  void scoresAgainstTheOnlySolutions() throws IOException {
    Path file = write("predictions.csv", predictions(puzzles));
    SudokuScore score = score(SudokuScoreSettings.of(file.toString())).score();
    assertThat(score.puzzles()).isEqualTo(40);
    assertThat(score.exact()).isEqualTo(30);
    assertThat(score.cells()).isEqualTo(40 * 36);
    assertThat(score.correctCells()).isEqualTo(40 * 36 - 10);
    assertThat(score.validSudokus()).isEqualTo(30);
    assertThat(score.changedClues()).isZero();
    assertThat(score.byClues().values().stream().mapToLong(row -> row.puzzles()).sum())
        .isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void theScoreIsTheSameWithAnyNumberOfWorkersAndFiles(int workers) throws IOException {
    List<String> rows = predictions(puzzles);
    write("parts/a.csv", rows.subList(0, 11));
    gzip("parts/b.csv.gz", rows.subList(11, 30));
    write("parts/c.csv", rows.subList(30, 40));
    write("parts/notes.txt", List.of("no predictions"));
    Path whole = write("whole.csv", rows);
    SudokuScoreReport parts =
        SudokuScorePipeline.run(
            SudokuScoreSettings.of(folder.resolve("parts").toString()),
            BeamSettings.direct(workers),
            RunCounters.IGNORED);
    assertThat(parts).isEqualTo(score(SudokuScoreSettings.of(whole.toString())));
  }

  @Test
  void scoresAgainstTheAnswersGivenAndCountsWhatIsMissingOrRepeated() throws IOException {
    List<String> rows = new ArrayList<>(predictions(puzzles).subList(0, 30));
    rows.add(rows.get(7));
    Path file = write("predictions.csv", rows);
    Path answers = folder.resolve("test.csv");
    Files.write(
        answers,
        Stream.concat(Stream.of(SudokuCsv.HEADER), puzzles.stream().map(SudokuCsv::formatRow))
            .toList());
    SudokuScoreReport report =
        score(SudokuScoreSettings.of(file.toString()).withAnswers(answers.toString()));
    assertThat(report.score().puzzles()).isEqualTo(31);
    assertThat(report.missing()).isEqualTo(10);
    assertThat(report.repeated()).isEqualTo(1);
    assertThat(report.bySource().values().stream().mapToLong(row -> row.puzzles()).sum())
        .as("every answer of the raw file names its source")
        .isEqualTo(31);
    assertThat(report.bySource().values().stream().mapToLong(row -> row.exact()).sum())
        .isEqualTo(report.score().exact());
    assertThat(report.score().validAnswers()).isEqualTo(report.score().exact());
  }

  @Test
  void whatTheFileClaimsIsCountedAndNotBelieved() throws IOException {
    SudokuPuzzle puzzle = puzzles.get(0);
    String wrong = spoiled(puzzle);
    Path file =
        write(
            "predictions.csv",
            List.of(
                "0," + puzzle.question() + "," + wrong + ",true,5.0",
                "1," + puzzles.get(1).question() + "," + puzzles.get(1).answer() + ",true,5.0"));
    SudokuScore score = score(SudokuScoreSettings.of(file.toString())).score();
    assertThat(score.exact()).isEqualTo(1);
    assertThat(score.claims()).isEqualTo(2);
    assertThat(score.wrongClaims()).isEqualTo(1);
  }

  @Test
  void badRowsAreRefusedByFileAndLine() throws IOException {
    String good = predictions(puzzles).get(0);
    Path file =
        write(
            "p.csv",
            List.of(
                good,
                "1," + "1".repeat(35) + "," + puzzles.get(1).answer() + ",,",
                "2," + ".".repeat(36) + "," + puzzles.get(1).answer() + ",,"));
    assertThatThrownBy(() -> score(SudokuScoreSettings.of(file.toString())))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("p.csv:3: question has 35 cells, allowed: 16, 36, 81 or 256\n")
        .hasMessageContaining(
            "p.csv:4: question has several solutions; give the right ones with --answers")
        .hasMessageContaining("2 rows are refused, --max-rejects allows 0");
    SudokuScoreReport allowed =
        score(new SudokuScoreSettings(file.toString(), Optional.empty(), "test", 2));
    assertThat(allowed.score().puzzles()).isEqualTo(1);
    assertThat(allowed.rejects()).isEqualTo(2);
  }

  @Test
  void questionsOutsideTheAnswersAreRefused() throws IOException {
    Path file = write("p.csv", predictions(puzzles).subList(0, 2));
    Path answers = folder.resolve("test.csv");
    Files.write(answers, List.of(SudokuCsv.HEADER, SudokuCsv.formatRow(puzzles.get(0))));
    assertThatThrownBy(
            () -> score(SudokuScoreSettings.of(file.toString()).withAnswers(answers.toString())))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("p.csv:3: question is not among the answers given\n");
  }

  @Test
  void filesThatCannotBeUsedAreRefusedByName() throws IOException {
    assertRefused(folder.resolve("absent.csv"), "no such file");
    assertRefused(Files.createFile(folder.resolve("empty.csv")), "file is empty");
    assertRefused(
        Files.createDirectory(folder.resolve("nothing")), "nothing holds no .csv or .csv.gz file");
    assertRefused(write("bare.csv", List.of()), "bare.csv: no prediction to score");
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "puzzle,solution\n");
    assertRefused(other, "other.csv:1: header has no column 'question', found 'puzzle,solution'");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> score(SudokuScoreSettings.of(file.toString())))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }

  private static SudokuScoreReport score(SudokuScoreSettings settings) {
    return SudokuScorePipeline.run(settings, BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private Path write(String name, List<String> rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, withHeader(rows));
  }

  private void gzip(String name, List<String> rows) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(String.join("\n", withHeader(rows)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> withHeader(List<String> rows) {
    return Stream.concat(Stream.of("id,question,prediction,correct,q_halt"), rows.stream())
        .toList();
  }

  /** The right answers, but one cell wrong in every fourth. */
  private static List<String> predictions(List<SudokuPuzzle> puzzles) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < puzzles.size(); i++) {
      SudokuPuzzle puzzle = puzzles.get(i);
      String predicted = i % WRONG_EVERY == 0 ? spoiled(puzzle) : puzzle.answer().text();
      rows.add(i + "," + puzzle.question() + "," + predicted + ",,0.5");
    }
    return rows;
  }

  private static String spoiled(SudokuPuzzle puzzle) {
    int blank = puzzle.question().text().indexOf('.');
    char digit = puzzle.answer().text().charAt(blank) == '1' ? '2' : '1';
    return new StringBuilder(puzzle.answer().text())
        .replace(blank, blank + 1, "" + digit)
        .toString();
  }

  private static List<SudokuPuzzle> puzzles(int side, int count) {
    SudokuShape shape = SudokuShape.ofSide(side);
    return new SudokuGenerator(shape, SudokuLevel.MIXED.of(shape), 77).puzzles(count).toList();
  }
}
