package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.bench.ArcWork;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchInputCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void puzzlesAreReadAtRandom() throws IOException {
    Path dataset = folder.resolve("dataset");
    ((ArcWork)
            DatasetTask.ARC.prepare(
                new DatasetTask.RawInput(Optional.empty(), 10, 3, 2, 0), folder))
        .build(dataset, BeamSettings.direct());

    int code = run(dataset.toString(), "--seconds=1", "--threads=2", "--format=json");

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("threads").asInt()).isEqualTo(2);
    assertThat(result.path("puzzles").asLong()).isPositive();
    assertThat(result.path("examples").asLong()).isGreaterThan(result.path("puzzles").asLong());
    assertThat(result.path("examples_per_second").asDouble()).isPositive();
    assertThat(result.path("anonymous_rss_mb").asDouble()).isPositive();
    assertThat(result.path("mapped_rss_mb").asDouble()).isPositive();
  }

  @Test
  void whatIsNoDatasetIsRefused() {
    assertThat(run(folder.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("is not a dataset");
  }

  private int run(String... args) {
    CommandTree tree =
        new CommandTree(
            "trm",
            "test",
            List.of(new CommandGroup("bench", "benchmarks")),
            List.of(CommandEntry.of("bench input", "time", () -> new BenchInputCommand())));
    String[] words = new String[args.length + 2];
    words[0] = "bench";
    words[1] = "input";
    System.arraycopy(args, 0, words, 2, args.length);
    return tree.run(new PrintWriter(out), new PrintWriter(err), words);
  }
}
