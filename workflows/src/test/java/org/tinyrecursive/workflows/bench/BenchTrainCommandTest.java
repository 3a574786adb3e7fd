package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchTrainCommandTest {
  /** A model so small that starting is all there is. */
  private static Trm tiny(String... more) {
    return tinyOverSteps(1, more);
  }

  private static Trm tinyOverSteps(int steps, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=16",
                "--set=model.puzzle_emb_ndim=16",
                "--seq-len=16",
                "--vocab-size=6",
                "--steps=" + steps,
                "--warmup=1",
                "--format=json"));
    arguments.addAll(List.of(more));
    return Trm.run(arguments.toArray());
  }

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
    assertThat(result.path("peak_device_mb").isNull()).isTrue();
    assertThat(result.path("peak_device_unknown").asText()).isEqualTo("no GPU is used");
    // Counted in hundredths of a second: three steps as short as these may take none.
    assertThat(result.path("mean_cpu_ms_per_step").isNumber()).isTrue();
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

  @Test
  void anOddBatchIsScaledOverTheDevicesThatDivideItAndNotOverTwoProcesses() {
    Trm scaled = tiny("--batch-size=1", "--scaling", "--devices=cpu:0,cpu:1").requireDone();

    assertThat(scaled.json().path("rows").findValuesAsText("what")).containsExactly("cpu:0");
    assertThat(scaled.json().path("two_process_ratio").isNull()).isTrue();
    assertThat(scaled.err()).contains("two processes are not measured: that takes an even batch");
  }

  @Test
  @Tag("slow")
  void anEvenBatchIsScaledOverDevicesAndTwoProcesses() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/taskset")), "no taskset here");
    assumeTrue(Runtime.getRuntime().availableProcessors() >= 2, "a single core");
    JsonNode result = tiny("--batch-size=2", "--scaling", "--devices=cpu:0").requireDone().json();

    assertThat(result.path("rows").findValuesAsText("what"))
        .containsExactly(
            "cpu:0", "one process, one core, half batch", "two processes, one core each");
    assertThat(result.path("rows").findValues("batch_size").toString()).isEqualTo("[2, 1, 2]");
    assertThat(result.path("two_process_ratio").asDouble()).isPositive();
  }

  @Test
  @Tag("slow")
  void aMemorySeriesMeasuresBothWaysForEachBatchSize() {
    // So many that their CPU time, counted in hundredths of a second, is more than none.
    JsonNode result = tinyOverSteps(50, "--memory-series=1,2").requireDone().json();

    assertThat(result.path("rows").findValues("batch_size").toString()).isEqualTo("[1, 2]");
    for (JsonNode row : result.path("rows")) {
      assertThat(row.path("kept_peak_rss_mb").asDouble()).isGreaterThan(100);
      assertThat(row.path("recomputed_peak_rss_mb").asDouble()).isGreaterThan(100);
    }
    assertThat(result.path("time_ratio").asDouble()).isPositive();
    assertThat(result.path("cpu_time_ratio").asDouble()).isPositive();
    assertThat(result.path("kept").has("mb_per_example")).isTrue();
  }

  @Test
  void aSeriesWithAStepThatCannotFitSaysWhichAndWhy() {
    Trm failed = tiny("--memory-series=100000000,1");

    assertThat(failed.code()).isNotEqualTo(ExitCode.DONE);
    assertThat(failed.err())
        .contains("the process with batch 100000000, memory.recompute none failed")
        .contains("train.global_batch_size");
  }

  @Test
  void aSeriesOfOneSizeHasNoSlopeAndOneBesideScalingIsRefused() {
    Trm single = tiny("--memory-series=2,2");
    assertThat(single.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(single.err()).contains("--memory-series is [2, 2]; a slope takes two different");

    assertThat(tiny("--memory-series=1,2", "--scaling").err()).contains("leave out --scaling");
    assertThat(tiny("--memory-series=0,2").err()).contains("--memory-series is 0, allowed: 1");
  }

  @Test
  void scalingStartsItsOwnWorkers() {
    Trm refused = tiny("--scaling", "--workers=one:1,two:2", "--worker-index=0");

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("--scaling starts its own workers; leave out --workers");
  }

  @Test
  void aWorkerIndexWithoutWorkersIsRefused() {
    Trm refused = tiny("--worker-index=1");

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("--worker-index is 1, but there is no --workers");
  }
}
