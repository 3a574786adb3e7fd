package org.tinyrecursive.workflows.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class SampleMazeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void theDefaultIsLikeMazeHard() throws Exception {
    assertThat(run("--count", 30, "--test-count", 10, "--output-dir", folder.resolve("a")))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(read("a/train.csv", new MazeShape(30, 30)))
        .hasSize(30)
        .allMatch(maze -> maze.pathLength() > 110);
    assertThat(read("a/test.csv", new MazeShape(30, 30))).hasSize(10);
    assertThat(out.toString()).contains("30 mazes to train on and 10 held out (30×30");
  }

  @Test
  void aRectangularMazeIsWritten() throws Exception {
    run(
        "--rows",
        6,
        "--columns",
        14,
        "--min-path-length",
        20,
        "--count",
        10,
        "--test-count",
        5,
        "--output-dir",
        folder.resolve("a"));
    assertThat(read("a/train.csv", new MazeShape(6, 14)))
        .hasSize(10)
        .allMatch(maze -> maze.pathLength() >= 20);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      run(
          "--size",
          12,
          "--count",
          50,
          "--test-count",
          20,
          "--seed",
          name.equals("c") ? 6 : 5,
          "--output-dir",
          folder.resolve(name));
    }
    assertThat(folder.resolve("b/train.csv")).hasSameBinaryContentAs(folder.resolve("a/train.csv"));
    assertThat(folder.resolve("b/test.csv")).hasSameBinaryContentAs(folder.resolve("a/test.csv"));
    assertThat(Files.mismatch(folder.resolve("a/train.csv"), folder.resolve("c/train.csv")))
        .isNotEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "--size,65,'rows of a maze are 65, allowed: 1 to 64'",
    "--count,-1,counts of puzzles are -1 and 300",
    "--min-path-length,900,'asked of a 30×30 maze, allowed: 1 to 899'",
    "--min-path-length,700,no 30×30 maze with a shortest path of 700 steps or more"
  })
  void impossibleValuesAreRefusedAndLeaveNothing(String option, String value, String message)
      throws IOException {
    assertThat(run(option, value, "--output-dir", folder.resolve("a")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).isEmpty();
    }
  }

  private int run(Object... options) {
    List<String> args = new ArrayList<>(List.of("sample", "maze"));
    Arrays.stream(options).map(String::valueOf).forEach(args::add);
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("sample", "")),
            List.of(CommandEntry.of("sample maze", "", () -> new SampleMazeCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }

  private List<MazePuzzle> read(String file, MazeShape shape)
      throws IOException, RejectedRowException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    assertThat(lines.get(0)).isEqualTo(MazeCsv.HEADER);
    List<MazePuzzle> puzzles = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      puzzles.add(MazeCsv.parseRow(line, shape));
    }
    return puzzles;
  }
}
