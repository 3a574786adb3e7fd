package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.TinyRoad;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchPredictCommandTest {
  @TempDir private Path folder;

  @Test
  void generatedPuzzlesArePredictedBesideTheBareForwardPass() {
    JsonNode result =
        Trm.run("bench", "predict", "--count=10", "--batch-size=4", "--runs=1", "--format=json")
            .requireDone()
            .json();

    assertThat(result.path("task").asText()).isEqualTo("sudoku");
    assertThat(result.path("examples").asInt()).isEqualTo(10);
    assertThat(result.path("supervision_steps").asInt()).isEqualTo(6);
    for (String figure :
        List.of(
            "seconds",
            "examples_per_second",
            "bare_seconds",
            "bare_examples_per_second",
            "share_of_bare",
            "cpu_seconds",
            "bare_cpu_seconds",
            "process_seconds",
            "load_seconds",
            "warmup_seconds",
            "peak_rss_mb")) {
      assertThat(result.path(figure).asDouble()).as(figure).isPositive();
    }
    assertThat(result.path("bare_examples_per_second").asDouble())
        .as("three whole batches")
        .isCloseTo(12 / result.path("bare_seconds").asDouble(), within(1e-6));
    assertThat(result.path("share_of_bare").asDouble())
        .isCloseTo(
            result.path("examples_per_second").asDouble()
                / result.path("bare_examples_per_second").asDouble(),
            within(1e-9));
  }

  @Test
  void aDatasetThatTheModelDoesNotUnderstandIsRefused() {
    Path data = folder.resolve("data");
    Trm.run("sample", "sudoku", "--size=6", "--count=4", "--output-dir", folder.resolve("raw"))
        .requireDone();
    Trm.run("dataset", "sudoku", "--train", folder.resolve("raw/train.csv"), "--output-dir", data)
        .requireDone();
    Trm refused =
        Trm.run(
            "bench",
            "predict",
            "--checkpoint",
            TinyRoad.shared().run(),
            "--data",
            data,
            "--split=train");

    assertThat(refused.err())
        .startsWith("refused: dataset has vocab_size 8, checkpoint ")
        .contains("was trained with 6");
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
  }

  @Test
  void impossibleNumbersAreRefusedByTheirOption() {
    Trm refused = Trm.run("bench", "predict", "--runs=0");

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("--runs is 0, allowed: 1 and above");
  }
}
