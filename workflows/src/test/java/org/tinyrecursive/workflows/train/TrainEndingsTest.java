package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.TrmProcess;
import org.tinyrecursive.workflows.cli.ExitCode;

/** How training ends when something other than its last epoch ends it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainEndingsTest {
  private static final int INTERRUPTED = 130;

  @TempDir static Path folder;
  private Path data;

  @BeforeAll
  void makeData() throws Exception {
    data = TrmProcess.dataset(folder);
  }

  private TrmProcess train(Path run, Object... more) throws Exception {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=32",
                "--set=model.puzzle_emb_ndim=32",
                "--set=train.global_batch_size=16",
                "--data",
                data,
                "--output-dir",
                run));
    args.addAll(List.of(more));
    return TrmProcess.start(folder.resolve(run.getFileName() + ".log"), args.toArray());
  }

  @Test
  void ctrlCSavesAndTheResultIsStillPrinted() throws Exception {
    assumeThat(TrmProcess.hearsInterrupts()).isTrue();
    Path run = folder.resolve("interrupted");
    TrmProcess training = train(run, "--set=train.epochs=100000", "--format=json");
    training.await(" ex/s");
    training.interrupt();

    assertThat(training.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(training.output()).contains("stopping after this step and saving");
    JsonNode result =
        new ObjectMapper().readTree(training.output().lines().reduce("", (a, b) -> b));
    assertThat(result.get("end").asText()).isEqualTo("stopped");
    long steps = Files.readAllLines(run.resolve("metrics.jsonl")).size();
    assertThat(result.get("step").asLong()).isEqualTo(steps);
    assertThat(Path.of(result.get("checkpoint").asText()))
        .isEqualTo(run.resolve("checkpoints/latest").toRealPath());
  }

  @Test
  void aSecondCtrlCAbortsAStepThatTakesLong() throws Exception {
    assumeThat(TrmProcess.hearsInterrupts()).isTrue();
    Path run = folder.resolve("aborted");
    TrmProcess training =
        train(
            run,
            "--set=model.hidden_size=512",
            "--set=model.puzzle_emb_ndim=512",
            "--set=model.L_cycles=60",
            "--set=train.global_batch_size=160");
    training.await("parameters:");
    training.interrupt();
    training.await("once more to abort");
    training.interrupt();

    assertThat(training.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(run.resolve("checkpoints/latest")).doesNotExist();
    assertThat(training.output()).doesNotContain("was stopped");
  }

  @Test
  void divergenceNamesTheLastGoodCheckpointFromWhichALowerRateGoesOn() throws Exception {
    Path run = folder.resolve("diverged");
    assertThat(train(run, "--set=train.epochs=6", "--set=train.eval_interval=6").exitCode())
        .isZero();
    Path good = run.resolve("checkpoints/latest").toRealPath();

    TrmProcess diverging =
        train(
            run,
            "--resume",
            "--set=train.epochs=18",
            "--set=train.eval_interval=6",
            "--set=train.lr=1e38");

    assertThat(diverging.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(diverging.output())
        .containsPattern("failed: training diverged at step 6[0-9]")
        .contains("the last good checkpoint is " + good, "lower train.lr (now 1.0E38)")
        .doesNotContain("\tat ");
    assertThat(run.resolve("checkpoints/latest").toRealPath()).isEqualTo(good);
    TrmProcess calmer =
        train(run, "--resume", "--set=train.epochs=18", "--set=train.eval_interval=6");
    assertThat(calmer.exitCode()).isZero();
    assertThat(calmer.output()).contains("note: changed on resume: train.epochs: 18, was 6");
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).noneMatch(l -> l.contains("NaN"));
  }
}
