package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.sample.SampleMazeCommand;

/** From generated mazes to datasets: planned, built, drawn and compared, as a user does it. */
class MazeCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @BeforeEach
  void sample() {
    run("sample maze", "--size", 8, "--count", 12, "--test-count", 4, "--output-dir", dir("raw"));
    out.getBuffer().setLength(0);
  }

  @Test
  void thePlanIsWhatIsBuiltAndBuildsNothing() throws IOException {
    List<Object> options =
        List.of("--train", dir("raw/train.csv"), "--test", dir("raw/test.csv"), "--aug");
    JsonNode plan = json("dataset plan", "maze", options, "--format", "json");
    assertThat(dir.resolve("built")).doesNotExist();

    JsonNode built =
        json("dataset maze", options, "--output-dir", dir("built"), "--format", "json");

    assertThat(plan.get("bytes").asLong()).isEqualTo(built.get("bytes").asLong());
    assertThat(plan.at("/splits/train/examples").asLong())
        .isEqualTo(built.at("/splits/train/examples").asLong())
        .isEqualTo(96);
    assertThat(plan.get("seconds").asDouble()).isPositive();
  }

  @Test
  void aPlanOfAnUnknownTaskOrOptionIsAMistakeOfUsage() {
    assertThat(run("dataset plan", "chess")).isEqualTo(ExitCode.USAGE);
    assertThat(run("dataset plan", "maze", "--num-aug", 3)).isEqualTo(ExitCode.USAGE);
    assertThat(run("dataset plan", "maze")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString())
        .contains("task is chess, allowed: arc, maze, sudoku")
        .contains("--num-aug")
        .contains("no input: name at least one file with --train or --test");
  }

  @Test
  void mazesAreDrawn() {
    build("a", "--train", dir("raw/train.csv"));
    assertThat(run("dataset view", dir("a"), "--id", 3)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("train · puzzle 3", "│", "S ", "G ", "##", "o ");
    assertThat(run("dataset view", dir("a"), "--id", "007bbfb7")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("--id is 007bbfb7: " + dir("a") + " has no names");
  }

  @Test
  void aTestMazeThatIsLearnedIsReportedAndRefusedWhereThatIsAsked() throws IOException {
    List<String> train = Files.readAllLines(dir.resolve("raw/train.csv"));
    List<String> test = new ArrayList<>(Files.readAllLines(dir.resolve("raw/test.csv")));
    test.add(train.get(3));
    Files.write(dir.resolve("raw/test.csv"), test);
    List<Object> files = List.of("--train", dir("raw/train.csv"), "--test", dir("raw/test.csv"));

    JsonNode built = json("dataset maze", files, "--output-dir", dir("a"), "--format", "json");
    assertThat(built.get("test_examples").asInt()).isEqualTo(5);
    assertThat(built.get("leaked_examples").asInt()).isEqualTo(1);
    assertThat(built.get("leaked_examples_symmetric").asInt()).isZero();
    assertThat(run("dataset maze", files, "--output-dir", dir("a"))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("Leakage: of 5 test examples 1 are learned as they are and 0 up to symmetry.\n");
    assertThat(run("dataset maze", files, "--fail-on-leakage", "--output-dir", dir("b")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString())
        .contains("training holds what is tested")
        .contains("test.csv:6 is train.csv:4");
    assertThat(dir.resolve("b")).doesNotExist();
  }

  @Test
  void twoDatasetsOfTheSameSettingsAreTheSame() {
    build("a", "--train", dir("raw/train.csv"));
    build("b", "--train", dir("raw/train.csv"));
    assertThat(run("dataset compare", dir("a"), dir("b"))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("The same dataset");
  }

  @Test
  void comparisonSaysWhichSettingsSourcesCountsAndPuzzlesDiffer() throws IOException {
    build("a", "--train", dir("raw/train.csv"));
    List<String> rows = Files.readAllLines(dir.resolve("raw/train.csv"));
    Files.write(dir.resolve("raw/train.csv"), rows.subList(0, rows.size() - 1));
    build("b", "--train", dir("raw/train.csv"), "--test", dir("raw/test.csv"), "--aug");

    JsonNode found = json("dataset compare", dir("a"), dir("b"), "--format", "json");

    assertThat(found.get("same").asBoolean()).isFalse();
    assertThat(found.get("settings").toString())
        .contains("{\"what\":\"recipe.copies\",\"first\":\"original\",\"second\":\"dihedral\"}");
    assertThat(found.at("/sources/0/what").asText()).isEqualTo("train.csv");
    assertThat(found.at("/sources/1/what").asText()).isEqualTo("test.csv");
    assertThat(found.at("/sources/1/first").asText()).isEmpty();
    assertThat(found.at("/splits_not_compared/0/second").asText())
        .isEqualTo("4 examples of 64 tokens");
    assertThat(found.at("/splits/train/groups").toString()).isEqualTo("[12,11]");
    assertThat(found.at("/splits/train/puzzles").toString()).isEqualTo("[12,88]");
    assertThat(found.at("/splits/train/shared_puzzles").asInt()).isEqualTo(11);
    assertThat(found.at("/splits/train/only_first").size()).isEqualTo(1);
    assertThat(found.at("/splits/train/first_difference").asText()).contains("token");
  }

  @Test
  void comparisonIsReadableAsText() {
    build("a", "--train", dir("raw/train.csv"));
    build("b", "--train", dir("raw/train.csv"), "--seed", 1);
    assertThat(run("dataset compare", dir("a"), dir("b"))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("sources: no difference")
        .doesNotContain("cannot be compared")
        .contains("puzzles in both 12, only in A 0, only in B 0")
        .containsPattern("seed +A +0")
        .containsPattern("at the same place [0-9]+ examples differ");
  }

  private void build(String name, Object... options) {
    assertThat(run("dataset maze", Arrays.asList(options), "--output-dir", dir(name)))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    out.getBuffer().setLength(0);
  }

  private JsonNode json(String command, Object... options) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run(command, options)).as(err.toString()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(out.toString());
  }

  private String dir(String name) {
    return dir.resolve(name).toString();
  }

  private int run(String command, Object... options) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    for (Object option : options) {
      if (option instanceof List<?> several) {
        several.forEach(one -> args.add(one.toString()));
      } else {
        args.add(option.toString());
      }
    }
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("sample", ""), new CommandGroup("dataset", "")),
            List.of(
                CommandEntry.of("sample maze", "", () -> new SampleMazeCommand()),
                CommandEntry.of("dataset maze", "", () -> new DatasetMazeCommand()),
                CommandEntry.of("dataset plan", "", () -> new DatasetPlanCommand()),
                CommandEntry.of("dataset view", "", () -> new DatasetViewCommand()),
                CommandEntry.of("dataset compare", "", () -> new DatasetCompareCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }
}
