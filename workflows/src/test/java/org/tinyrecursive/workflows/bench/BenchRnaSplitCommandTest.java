package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

class BenchRnaSplitCommandTest {
  @TempDir private Path folder;
  private Path raw;

  @BeforeEach
  void drawSamples() {
    raw = folder.resolve("raw");
    Trm.run("sample", "rna", "--seed=3", "--count=6", "--test-count=3", "--output-dir=" + raw)
        .requireDone();
  }

  private Trm bench(Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "bench",
                "rna-split",
                "--sequences=" + raw.resolve("train_sequences.csv"),
                "--labels=" + raw.resolve("train_labels.csv"),
                "--sequences=" + raw.resolve("validation_sequences.csv"),
                "--labels=" + raw.resolve("validation_labels.csv")));
    args.addAll(List.of(more));
    return Trm.run(args.toArray());
  }

  private Path train(String model) {
    Path data = folder.resolve("data");
    if (!data.toFile().exists()) {
      Trm.run(
              "dataset",
              "rna",
              "--sequences=" + raw.resolve("train_sequences.csv"),
              "--labels=" + raw.resolve("train_labels.csv"),
              "--max-length=32",
              "--output-dir=" + data)
          .requireDone();
    }
    Path run = folder.resolve(model);
    Trm.run(
            "train",
            "rna",
            "--data-dir=" + data,
            "--output-dir=" + run,
            "--model=" + model,
            "--max-length=32",
            "--epochs=1",
            "--threads=1")
        .requireDone();
    return run;
  }

  @Test
  void oneCommandScoresEveryMethodOnLaterStructures() {
    Trm run =
        bench(
            "--temporal-cutoff=2025-05-29",
            "--min-length=20",
            "--baseline=" + train("baseline"),
            "--checkpoint=" + train("trm"),
            "--format=json");
    JsonNode table = run.requireDone().json();
    assertThat(table.path("targets").asInt()).isEqualTo(3);
    assertThat(table.path("library_chains").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(table.path("rows").findValuesAsText("method"))
        .containsExactly(
            "straight line",
            "folded hairpin",
            "copied chains of similar length",
            "templates only",
            "assembly only",
            "toy (baseline)",
            "recursive model only (trm)",
            "mixed, without a model",
            "all together (mixed)");
    for (JsonNode row : table.path("rows")) {
      assertThat(row.path("first").path("mean").asDouble())
          .as(row.toString())
          .isBetween(row.path("first").path("low").asDouble(), 1.0)
          .isLessThanOrEqualTo(row.path("best").path("mean").asDouble());
    }
    assertThat(table.path("per_target").get(0).path("scores").path("toy (baseline)").has("best"))
        .isTrue();
    assertThat(run.err()).contains("predicted 3 of 3 targets");
  }

  @Test
  void printsATableForADocument() {
    Trm run = bench("--temporal-cutoff=2025-05-29", "--min-length=20", "--threads=1");
    assertThat(run.requireDone().out())
        .contains("3 targets after 2025-05-29, from ")
        .containsPattern(
            "\\| mixed, without a model +\\| 0\\.\\d{3} \\(0\\.\\d{3}–[01]\\.\\d{3}\\)");
  }

  @Test
  void refusesWhatLeavesNothingToCompare() {
    Trm late = bench("--temporal-cutoff=2030-01-01");
    assertThat(late.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(late.err()).contains("train_labels.csv: no target after 2030-01-01 has 30 to 600");
    Trm early = bench("--temporal-cutoff=1900-01-01");
    assertThat(early.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(early.err())
        .contains("train_labels.csv: no structure was known by 1900-01-01", "give a later day");
    Trm odd = bench("--temporal-cutoff=2020-01-01", "--labels=" + raw.resolve("train_labels.csv"));
    assertThat(odd.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(odd.err()).contains("--sequences is given 2 times, --labels 3 times");
    Trm swapped = bench("--temporal-cutoff=2020-01-01", "--threads=0");
    assertThat(swapped.err()).contains("--threads is 0, allowed: 1 and above");
  }
}
