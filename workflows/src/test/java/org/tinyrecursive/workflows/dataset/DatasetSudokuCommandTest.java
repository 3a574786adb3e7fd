package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class DatasetSudokuCommandTest {
  private static final String ROW = "made,1.3.3.1...4343.1,1234341221434321,0";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void resultIsOneJsonObjectOnStdout() throws IOException {
    int code =
        run(
            "--train",
            raw(ROW),
            "--output-dir",
            folder.resolve("out"),
            "--num-aug",
            4,
            "--format",
            "json");

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("rows_read").asLong()).isEqualTo(1);
    assertThat(result.path("examples").asLong()).isEqualTo(5);
    assertThat(result.path("splits").path("train").path("groups").asLong()).isEqualTo(1);
    assertThat(result.has("examples_per_second")).isTrue();
    assertThat(folder.resolve("out/dataset.json")).exists();
    assertThat(folder.resolve("out/README.md")).exists();
  }

  @Test
  void badRowIsRefusedWithExitCodeThree() throws IOException {
    int code =
        run("--train", raw(ROW, ROW.substring(0, 30)), "--output-dir", folder.resolve("out"));

    assertThat(code).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("train.csv:3: ").contains("--max-rejects allows 0");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.rejects/part-00000.jsonl")).exists();
  }

  @Test
  void misspelledOptionIsAUsageError() throws IOException {
    int code = run("--train", raw(ROW), "--output-dir", folder.resolve("out"), "--num-augg", 4);

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--num-augg");
  }

  @Test
  void beamOptionsArePassedThrough() throws IOException {
    assertThat(
            run("--train", raw(ROW), "--output-dir", folder.resolve("out"), "--beam.jobName=small"))
        .isEqualTo(ExitCode.DONE);
    assertThat(
            run(
                "--train",
                raw(ROW),
                "--output-dir",
                folder.resolve("other"),
                "--beam.noSuchOption=1"))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("noSuchOption");
  }

  @Test
  void unknownRunnerIsNamedWithThoseAllowed() throws IOException {
    int code = run("--train", raw(ROW), "--output-dir", folder.resolve("out"), "--runner", "spark");

    assertThat(code).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("'spark'").contains("direct");
  }

  @Test
  void testCluesAreNumbersBesideTheOriginal() {
    assertThat(TestClues.parse("original,26,30")).containsExactly(26, 30);
    assertThat(TestClues.parse("original")).isEmpty();
    assertThatThrownBy(() -> TestClues.parse("original,many"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("'many'");
  }

  private Path raw(String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(SudokuCsv.HEADER));
    lines.addAll(List.of(rows));
    return Files.write(folder.resolve("train.csv"), lines);
  }

  private int run(Object... args) {
    List<String> words = new ArrayList<>(List.of("dataset", "sudoku"));
    Arrays.stream(args).map(Object::toString).forEach(words::add);
    CommandTree tree =
        new CommandTree(
            "trm",
            "test",
            List.of(new CommandGroup("dataset", "datasets")),
            List.of(CommandEntry.of("dataset sudoku", "build", () -> new DatasetSudokuCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }
}
