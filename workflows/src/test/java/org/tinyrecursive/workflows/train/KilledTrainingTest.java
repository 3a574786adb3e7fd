package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.TrmProcess;

/** kill -9 in mid-training, with the real model in a real process. */
@Tag("slow")
class KilledTrainingTest {
  private static final int KILLED_AFTER_STEPS = 90;

  @TempDir private Path folder;

  @Test
  void aResumedRunIsBitForBitTheOneThatWasNeverStopped() throws Exception {
    Path data = TrmProcess.dataset(folder);
    Path whole = folder.resolve("whole");
    assertThat(train(data, whole).exitCode()).isZero();

    Path killed = folder.resolve("killed");
    TrmProcess training = train(data, killed);
    RunFiles.awaitSteps(training, killed, KILLED_AFTER_STEPS);
    training.kill();
    assertThat(killed.resolve("model-card.md")).doesNotExist();
    TrmProcess resumed = train(data, killed, "--resume");

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(RunFiles.metrics(killed)).isEqualTo(RunFiles.metrics(whole)).hasSizeGreaterThan(400);
    RunFiles.assertSameTensors(killed, whole);
  }

  private TrmProcess train(Path data, Path run, Object... more) throws IOException {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=32",
                "--set=model.puzzle_emb_ndim=32",
                "--set=train.global_batch_size=16",
                "--set=train.epochs=40",
                "--set=train.eval_interval=10",
                "--set=train.checkpoint_every_steps=37",
                "--threads=2",
                "--data",
                data,
                "--output-dir",
                run));
    args.addAll(List.of(more));
    return TrmProcess.start(folder.resolve(run.getFileName() + ".log"), args.toArray());
  }
}
