package org.tinyrecursive.workflows.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.sudoku.SudokuCanonicalForm;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class SampleSudokuCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"4,60,20", "6,200,50", "9,40,10", "16,6,2"})
  void writesBothFilesInThePublishedFormat(int size, int count, int testCount) throws Exception {
    Path samples = folder.resolve("new/samples");

    int code =
        run("--size", size, "--count", count, "--test-count", testCount, "--output-dir", samples);

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    List<SudokuPuzzle> train = read(samples.resolve("train.csv"));
    List<SudokuPuzzle> test = read(samples.resolve("test.csv"));
    assertThat(train).hasSize(count);
    assertThat(test).hasSize(testCount).allMatch(puzzle -> puzzle.shape().side() == size);
    assertThat(forms(test)).doesNotContainAnyElementsOf(forms(train));
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    run("--seed", 5, "--output-dir", folder.resolve("a"));
    run("--seed", 5, "--output-dir", folder.resolve("b"));
    run("--seed", 6, "--output-dir", folder.resolve("c"));
    assertThat(folder.resolve("b/train.csv")).hasSameBinaryContentAs(folder.resolve("a/train.csv"));
    assertThat(folder.resolve("b/test.csv")).hasSameBinaryContentAs(folder.resolve("a/test.csv"));
    assertThat(Files.mismatch(folder.resolve("a/train.csv"), folder.resolve("c/train.csv")))
        .isNotEqualTo(-1);
  }

  @Test
  void theResultIsOneLineOfJson() {
    run("--count", 10, "--test-count", 5, "--format", "json", "--output-dir", folder.resolve("a"));
    assertThat(out.toString().strip())
        .startsWith("{\"output_dir\":")
        .contains("\"train_puzzles\":10,\"test_puzzles\":5,\"size\":6,\"difficulty\":\"mixed\"")
        .contains("\"min_blanks\":12,\"max_blanks\":24,\"seed\":0,\"seconds\":")
        .doesNotContain("\n");
  }

  @Test
  void anEmptyFolderIsFilledAndAFullOneRefusedUntouched() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThat(run("--output-dir", taken)).isEqualTo(ExitCode.DONE);
    byte[] before = Files.readAllBytes(taken.resolve("train.csv"));
    assertThat(run("--seed", 9, "--output-dir", taken)).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains(taken + " exists and is not empty").doesNotContain("\tat ");
    assertThat(taken.resolve("train.csv")).hasBinaryContent(before);
    assertNothingElseIn(folder, "taken");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    assertThat(run("--output-dir", file)).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains(file + " is a file, expected a directory");
    assertThat(file).hasContent("kept");
  }

  @ParameterizedTest
  @CsvSource({
    "--size,5,'Sudoku side is 5, allowed: 4, 6, 9 or 16'",
    "--count,-1,counts of puzzles are -1 and 300",
    "--max-blanks,36,'blanks are up to 36, allowed for 6×6: 0 to 35'",
    "--min-blanks,30,'blanks are 30 to 24, allowed'"
  })
  void impossibleValuesAreRefusedAndLeaveNothing(String option, String value, String message)
      throws IOException {
    assertThat(run(option, value, "--output-dir", folder.resolve("a")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains(message);
    assertNothingElseIn(folder);
  }

  @Test
  void morePuzzlesThanThereAreIsRefusedAndLeavesNothing() throws IOException {
    int code =
        run("--size", 4, "--min-blanks", 1, "--max-blanks", 1, "--output-dir", folder.resolve("a"));
    assertThat(code).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("asked: 1000 and 300");
    assertNothingElseIn(folder);
  }

  @Test
  void aFailureOnTheWayLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                SudokuSampleFiles.write(
                    folder.resolve("a"),
                    () -> {
                      throw new IllegalStateException("no more puzzles");
                    }))
        .hasMessage("no more puzzles");
    assertNothingElseIn(folder);
  }

  private int run(Object... options) {
    List<String> args = new ArrayList<>(List.of("sample", "sudoku"));
    Arrays.stream(options).map(String::valueOf).forEach(args::add);
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("sample", "")),
            List.of(CommandEntry.of("sample sudoku", "", () -> new SampleSudokuCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }

  private static List<SudokuPuzzle> read(Path file) throws IOException, RejectedRowException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo(SudokuCsv.HEADER);
    List<SudokuPuzzle> puzzles = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      puzzles.add(SudokuCsv.parseRow(line));
    }
    return puzzles;
  }

  private static List<String> forms(List<SudokuPuzzle> puzzles) {
    return puzzles.stream()
        .map(puzzle -> SudokuCanonicalForm.of(puzzle.question()))
        .collect(Collectors.toList());
  }

  private static void assertNothingElseIn(Path folder, String... names) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder(names);
    }
  }
}
