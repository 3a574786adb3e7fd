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

/** kill -9 while structures are learned, with the real model in a real process. */
@Tag("slow")
class KilledRnaTrainingTest {
  private static final int KILLED_AFTER_STEPS = 11;

  @TempDir private Path folder;

  @Test
  void aResumedRunIsBitForBitTheOneThatWasNeverStopped() throws Exception {
    Path data = dataset();
    Path whole = folder.resolve("whole");
    TrmProcess unstopped = train(data, whole);
    assertThat(unstopped.exitCode()).as(unstopped.output()).isZero();

    Path killed = folder.resolve("killed");
    TrmProcess training = train(data, killed);
    RunFiles.awaitSteps(training, killed, KILLED_AFTER_STEPS);
    training.kill();
    assertThat(killed.resolve("mixture.json")).doesNotExist();
    TrmProcess resumed = train(data, killed, "--resume");

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(RunFiles.metrics(killed)).isEqualTo(RunFiles.metrics(whole)).hasSizeGreaterThan(20);
    RunFiles.assertSameTensors(killed, whole);
    assertThat(killed.resolve("mixture.json"))
        .hasSameTextualContentAs(whole.resolve("mixture.json"));
  }

  private Path dataset() throws Exception {
    Path raw = folder.resolve("raw");
    Path data = folder.resolve("data");
    done("sample", "rna", "--count=4", "--test-count=2", "--output-dir", raw);
    done(
        "dataset",
        "rna",
        "--sequences=" + raw.resolve("train_sequences.csv"),
        "--sequences=" + raw.resolve("validation_sequences.csv"),
        "--labels=" + raw.resolve("train_labels.csv"),
        "--labels=" + raw.resolve("validation_labels.csv"),
        "--max-length=24",
        "--output-dir=" + data);
    return data;
  }

  private void done(Object... args) throws Exception {
    TrmProcess process = TrmProcess.start(folder.resolve(args[0] + ".log"), args);
    assertThat(process.exitCode()).as(process.output()).isZero();
  }

  private TrmProcess train(Path data, Path run, Object... more) throws IOException {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "rna",
                "--data-dir=" + data,
                "--output-dir=" + run,
                "--batch-size=2",
                "--epochs=6",
                "--lr=1e-3",
                "--max-length=16",
                "--num-structures=2",
                "--threads=1"));
    args.addAll(List.of(more));
    return TrmProcess.start(folder.resolve(run.getFileName() + ".log"), args.toArray());
  }
}
