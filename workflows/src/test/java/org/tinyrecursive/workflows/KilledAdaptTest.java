package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.ExitCode;

/** kill -9 in mid-adaptation, with the real model in a real process. */
@Tag("slow")
class KilledAdaptTest {
  @TempDir private Path folder;

  @Test
  void anAdaptationThatWasKilledGoesOnAndGivesTheSameSubmission() throws Exception {
    TinyArc arc = TinyArc.make(folder, 1);
    Path whole = folder.resolve("whole");
    assertThat(adapt(arc, whole).exitCode()).isZero();

    Path killed = folder.resolve("killed");
    TrmProcess first = adapt(arc, killed);
    Path checkpoint = killed.resolve("run/checkpoints/step-00000010");
    while (!Files.exists(checkpoint)) {
      assertThat(first.process().isAlive()).as(first.output()).isTrue();
      Thread.sleep(2);
    }
    first.kill();
    assertThat(killed.resolve("submission.json")).doesNotExist();
    TrmProcess second = adapt(arc, killed, "--resume");

    assertThat(second.exitCode()).as(second.output()).isEqualTo(ExitCode.DONE);
    Path submission = Path.of("submission.json");
    assertThat(killed.resolve(submission)).hasSameBinaryContentAs(whole.resolve(submission));
    Path weights = Path.of("run/checkpoints/latest/ema.safetensors");
    assertThat(killed.resolve(weights)).hasSameBinaryContentAs(whole.resolve(weights));
  }

  private TrmProcess adapt(TinyArc arc, Path output, Object... more) throws IOException {
    return TrmProcess.start(
        folder.resolve(output.getFileName() + ".log"),
        TinyRoad.joined(
            new Object[] {
              "adapt",
              "--checkpoint",
              arc.run(),
              "--tasks",
              arc.challenges(),
              "--output-dir",
              output,
              "--num-aug=2",
              "--epochs=200",
              "--set=train.checkpoint_every_steps=5"
            },
            more));
  }
}
