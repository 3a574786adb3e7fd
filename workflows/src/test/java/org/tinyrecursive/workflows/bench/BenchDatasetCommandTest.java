package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchDatasetCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void generatedPuzzlesGiveFiguresOfPipelineAndLoop() throws IOException {
    int code = run("--count=10", "--num-aug=9", "--warmup=0", "--runs=1", "--format=json");

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("task").asText()).isEqualTo("sudoku");
    assertThat(result.path("examples").asLong()).isEqualTo(100);
    for (String figure :
        List.of(
            "seconds",
            "examples_per_second",
            "mb_per_second",
            "floor_examples_per_second",
            "share_of_floor",
            "pipeline_peak_rss_mb",
            "peak_rss_mb",
            "bytes")) {
      assertThat(result.path(figure).asDouble()).as(figure).isPositive();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void arcTasksAreExpandedAlikeByPipelineAndLoop() throws IOException {
    int code =
        run("--task=arc", "--count=10", "--num-aug=3", "--warmup=0", "--runs=1", "--format=json");

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("task").asText()).isEqualTo("arc");
    assertThat(result.path("examples").asLong()).isGreaterThanOrEqualTo(10 * 4 * 3);
    assertThat(result.path("share_of_floor").asDouble()).isPositive();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void severalNumbersOfAugmentationsAreMeasuredInProcessesOfTheirOwn() throws IOException {
    int code =
        run(
            "--task=arc",
            "--count=5",
            "--num-aug",
            "1,4",
            "--warmup=0",
            "--runs=1",
            "--format=json");

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode series = new ObjectMapper().readTree(out.toString()).path("series");
    assertThat(series.findValuesAsText("num_aug")).containsExactly("1", "4");
    assertThat(series.get(1).path("examples").asLong())
        .isGreaterThan(series.get(0).path("examples").asLong());
    assertThat(series.findValues("pipeline_peak_rss_mb"))
        .hasSize(2)
        .allSatisfy(peak -> assertThat(peak.asDouble()).isPositive());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMemberOfASeriesThatFailsFailsTheSeries() {
    assertThat(run("--input=" + folder.resolve("none.csv"), "--num-aug=1,2"))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("the benchmark with --num-aug 1 ended with exit code 3");
  }

  @Test
  void aMissingInputIsRefused() {
    assertThat(run("--input=" + folder.resolve("none.csv"))).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("none.csv: no such file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void countsBelowTheirLeastAreRefused() {
    assertThat(run("--runs=0")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("--runs is 0, allowed: 1 and above");
  }

  private int run(String... args) {
    List<String> words = new ArrayList<>(List.of("bench", "dataset", "--work-dir=" + folder));
    words.addAll(Arrays.asList(args));
    CommandTree tree =
        new CommandTree(
            "trm",
            "test",
            List.of(new CommandGroup("bench", "benchmarks")),
            List.of(CommandEntry.of("bench dataset", "time", () -> new BenchDatasetCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }
}
