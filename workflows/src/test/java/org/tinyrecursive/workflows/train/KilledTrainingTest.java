package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
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
    awaitSteps(training, killed, KILLED_AFTER_STEPS);
    training.kill();
    assertThat(killed.resolve("model-card.md")).doesNotExist();
    TrmProcess resumed = train(data, killed, "--resume");

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(metrics(killed)).isEqualTo(metrics(whole));
    for (String file : List.of("model", "ema", "optimizer")) {
      Path tensors = Path.of("checkpoints", "latest", file + ".safetensors");
      assertThat(killed.resolve(tensors)).hasSameBinaryContentAs(whole.resolve(tensors));
    }
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

  private static void awaitSteps(TrmProcess training, Path run, int steps) throws Exception {
    Path metrics = run.resolve("metrics.jsonl");
    while (!Files.exists(metrics) || lines(metrics).size() < steps) {
      assertThat(training.process().isAlive()).as(training.output()).isTrue();
      Thread.sleep(10);
    }
  }

  private static List<String> lines(Path metrics) throws IOException {
    return Files.readString(metrics).lines().toList();
  }

  /** All lines without what a clock measured. */
  private static List<String> metrics(Path run) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : lines(run.resolve("metrics.jsonl"))) {
      ObjectNode node = (ObjectNode) new ObjectMapper().readTree(line);
      node.remove("timing");
      lines.add(node.toString());
    }
    assertThat(lines).hasSizeGreaterThan(400);
    return lines;
  }
}
