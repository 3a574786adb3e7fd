package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchTrainCommandTest {
  @Test
  void stepsAreMeasuredBesideTheCeilingOfTheSameRun() {
    JsonNode result =
        Trm.run(
                "bench",
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=16",
                "--set=model.puzzle_emb_ndim=16",
                "--batch-size=2",
                "--seq-len=16",
                "--vocab-size=6",
                "--steps=3",
                "--warmup=1",
                "--format=json")
            .requireDone()
            .json();

    assertThat(result.path("recipe").asText()).isEqualTo("sudoku-mini");
    assertThat(result.path("batch_size").asInt()).isEqualTo(2);
    for (String figure :
        List.of(
            "median_ms_per_step",
            "p95_ms_per_step",
            "examples_per_second",
            "achieved_gflops_per_second",
            "ceiling_gflops_per_second",
            "peak_rss_mb")) {
      assertThat(result.path(figure).asDouble()).as(figure).isPositive();
    }
    assertThat(result.path("share_of_ceiling").asDouble())
        .isPositive()
        .isCloseTo(
            result.path("achieved_gflops_per_second").asDouble()
                / result.path("ceiling_gflops_per_second").asDouble(),
            within(1e-9));
    assertThat(result.path("p95_ms_per_step").asDouble())
        .isGreaterThanOrEqualTo(result.path("median_ms_per_step").asDouble());
  }

  @Test
  void impossibleNumbersAreRefusedByTheirOption() {
    Trm refused = Trm.run("bench", "train", "--recipe=sudoku-mini", "--vocab-size=1");

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("--vocab-size is 1, allowed: 2 and above");
  }
}
