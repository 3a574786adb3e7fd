package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.workflows.TrmProcess;

/** kill -9 in mid-training, with the real model in a real process. */
@Tag("slow")
class KilledTrainingTest {
  private static final int KILLED_AFTER_STEPS = 90;

  @TempDir private static Path common;
  private static Path data;

  @TempDir private Path folder;

  @BeforeAll
  static void dataset() throws Exception {
    data = TrmProcess.dataset(common);
  }

  /** Ways to make a step that other tests do not kill, and a few variants. */
  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("one device", List.of()),
        Arguments.of(
            "passes of 4, recomputed",
            List.of("--set=memory.micro_batch_size=4", "--set=memory.recompute=blocks")),
        Arguments.of(
            "two devices", List.of("--devices=cpu:0,cpu:1", "--set=memory.recompute=blocks")),
        Arguments.of("singlez", List.of("--set=model.variant=trm-singlez")),
        Arguments.of("hier6", List.of("--set=model.variant=trm-hier6")),
        Arguments.of(
            "hrm",
            List.of(
                "--set=model.variant=hrm",
                "--set=model.H_layers=1",
                "--set=model.puzzle_emb_len=0",
                "--set=model.no_ACT_continue=false")),
        Arguments.of(
            "transformers-baseline",
            List.of("--set=model.variant=transformers-baseline", "--set=model.H_layers=1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void aResumedRunIsBitForBitTheOneThatWasNeverStopped(String mode, List<String> settings)
      throws Exception {
    Path whole = folder.resolve("whole");
    TrmProcess unstopped = train(whole, settings);
    assertThat(unstopped.exitCode()).as(unstopped.output()).isZero();

    Path killed = folder.resolve("killed");
    TrmProcess training = train(killed, settings);
    RunFiles.awaitSteps(training, killed, KILLED_AFTER_STEPS);
    training.kill();
    assertThat(killed.resolve("model-card.md")).doesNotExist();
    TrmProcess resumed = train(killed, settings, "--resume");

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(RunFiles.metrics(killed)).isEqualTo(RunFiles.metrics(whole)).hasSizeGreaterThan(200);
    RunFiles.assertSameTensors(killed, whole);
  }

  private TrmProcess train(Path run, List<String> settings, Object... more) throws IOException {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=32",
                "--set=model.puzzle_emb_ndim=32",
                "--set=train.global_batch_size=16",
                "--set=train.epochs=20",
                "--set=train.eval_interval=10",
                "--set=train.checkpoint_every_steps=37",
                "--threads=2",
                "--data",
                data,
                "--output-dir",
                run));
    args.addAll(settings);
    args.addAll(List.of(more));
    return TrmProcess.start(folder.resolve(run.getFileName() + ".log"), args.toArray());
  }
}
