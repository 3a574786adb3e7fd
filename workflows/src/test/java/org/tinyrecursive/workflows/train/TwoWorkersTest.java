package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.TrmProcess;

/** Two real processes on loopback that make every step together. */
@Tag("slow")
class TwoWorkersTest {
  private static final int EPOCHS = 60;

  @TempDir private static Path folder;
  private static Path data;
  private static Path whole;

  @BeforeAll
  static void neverStopped() throws Exception {
    data = TrmProcess.dataset(folder);
    whole = folder.resolve("whole");
    for (TrmProcess worker : train(whole, EPOCHS)) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }
  }

  @Test
  void lossesAreThoseOfOneProcess() throws Exception {
    Path alone = folder.resolve("alone");
    TrmProcess one = start(alone, EPOCHS, "alone");
    assertThat(one.exitCode()).as(one.output()).isZero();

    List<ObjectNode> expected = metrics(alone);
    List<ObjectNode> found = metrics(whole);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < 10; i++) {
      double loss = loss(expected.get(i));
      assertThat(loss(found.get(i))).isPositive().isCloseTo(loss, within(1e-3 * loss));
    }
  }

  @Test
  void anEarlierStopAndResumeGiveTheSameBits() throws Exception {
    Path stopped = folder.resolve("stopped");
    for (TrmProcess worker : train(stopped, EPOCHS, "--time-budget=1s")) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }
    for (TrmProcess worker : train(stopped, EPOCHS, "--resume")) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }

    RunFiles.assertSameTensors(stopped, whole);
  }

  @Test
  void bothWorkersKilledAndResumedGiveTheSameBits() throws Exception {
    Path killed = folder.resolve("both-killed");
    killBoth(killed, EPOCHS, 37, 90);
    for (TrmProcess worker : train(killed, EPOCHS, "--resume")) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }

    assertThat(RunFiles.metrics(killed)).isEqualTo(RunFiles.metrics(whole));
    RunFiles.assertSameTensors(killed, whole);
  }

  @Test
  void soItIsWithTwoModulesAndAttention() throws Exception {
    Object[] hrm = {
      "--set=model.variant=hrm",
      "--set=model.H_layers=1",
      "--set=model.puzzle_emb_len=0",
      "--set=model.mlp_t=false",
      "--set=model.pos_encodings=rope"
    };
    int epochs = 12;
    Path never = folder.resolve("hrm");
    for (TrmProcess worker : train(never, epochs, hrm)) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }
    Path killed = folder.resolve("hrm-killed");
    killBoth(killed, epochs, 9, 20, hrm);
    for (TrmProcess worker : train(killed, epochs, with("--resume", hrm))) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }

    assertThat(RunFiles.metrics(killed)).isEqualTo(RunFiles.metrics(never));
    RunFiles.assertSameTensors(killed, never);
  }

  /** Trains with a checkpoint every few steps until so many are made, and kills both workers. */
  private static void killBoth(Path run, int epochs, int every, int steps, Object... more)
      throws Exception {
    List<TrmProcess> workers =
        train(run, epochs, with("--set=train.checkpoint_every_steps=" + every, more));
    RunFiles.awaitSteps(workers.get(0), run, steps);
    // The leading one first: the other's loss would have it save once more.
    workers.get(0).kill();
    workers.get(1).kill();
    assertThat(checkpointStep(run)).isGreaterThanOrEqualTo(2L * every).isLessThan(5L * epochs);
  }

  private static Object[] with(Object first, Object... others) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(Arrays.asList(others));
    return all.toArray();
  }

  @Test
  void aKilledWorkerEndsTheRunWithItsNameAndACheckpointToGoOnFrom() throws Exception {
    Path run = folder.resolve("killed");
    List<TrmProcess> workers = train(run, 4000);
    Path metrics = run.resolve("metrics.jsonl");
    while (!Files.exists(metrics) || Files.readString(metrics).lines().count() < 15) {
      assertThat(workers.get(0).process().isAlive()).as(workers.get(0).output()).isTrue();
      Thread.sleep(20);
    }
    workers.get(1).kill();

    assertThat(workers.get(0).exitCode()).isEqualTo(1);
    assertThat(workers.get(0).output())
        .contains("worker 0 of 2 (127.0.0.1:", "waits up to 1 m 00 s for worker 1 (127.0.0.1:");
    assertThat(workers.get(1).output())
        .contains("this one makes its share of steps 1 to about 20,000");
    assertThat(workers.get(0).output())
        .contains("failed: step ", "worker 1 (127.0.0.1:", "was lost", "start all workers again")
        .doesNotContain("\tat ");
    long step = checkpointStep(run);
    assertThat(step).isGreaterThanOrEqualTo(14);
    for (TrmProcess worker : train(run, 4000, "--resume", "--time-budget=1s")) {
      assertThat(worker.exitCode()).as(worker.output()).isZero();
    }
    assertThat(checkpointStep(run)).isGreaterThan(step);
  }

  @Test
  void whereTheLeadingWorkerIsKilledTheOtherSaysAtWhichStepAndWhatToDo() throws Exception {
    Path run = folder.resolve("leader-killed");
    List<TrmProcess> workers = train(run, 4000);
    RunFiles.awaitSteps(workers.get(0), run, 5);
    workers.get(0).kill();

    assertThat(workers.get(1).exitCode()).isEqualTo(1);
    assertThat(workers.get(1).output())
        .containsPattern("failed: step \\d+: worker 0 \\(127.0.0.1:\\d+\\) was lost")
        .contains("start all workers again with --resume")
        .doesNotContain("\tat ");
  }

  @Test
  void aWorkerWithOtherSettingsIsRefusedByBoth() throws Exception {
    String addresses = addresses();
    Path run = folder.resolve("unlike");
    TrmProcess first = start(run, EPOCHS, "unlike-0", "--workers=" + addresses, "--worker-index=0");
    TrmProcess second =
        start(
            run,
            EPOCHS,
            "unlike-1",
            "--workers=" + addresses,
            "--worker-index=1",
            "--set=train.lr=0.5");

    for (TrmProcess worker : List.of(first, second)) {
      assertThat(worker.exitCode()).isEqualTo(3);
      assertThat(worker.output()).contains("has train.lr 0.", "0.5");
    }
    assertThat(run.resolve("checkpoints")).doesNotExist();
  }

  private static List<TrmProcess> train(Path run, int epochs, Object... more) throws IOException {
    String addresses = addresses();
    List<TrmProcess> workers = new ArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      List<Object> args = new ArrayList<>(Arrays.asList(more));
      args.add("--workers=" + addresses);
      args.add("--worker-index=" + worker);
      workers.add(start(run, epochs, run.getFileName() + "-" + worker, args.toArray()));
    }
    return workers;
  }

  private static TrmProcess start(Path run, int epochs, String log, Object... more)
      throws IOException {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train",
                "--recipe=sudoku-mini",
                "--set=model.hidden_size=32",
                "--set=model.puzzle_emb_ndim=32",
                "--set=train.global_batch_size=32",
                "--set=train.epochs=" + epochs,
                "--set=train.eval_interval=4",
                "--set=train.checkpoint_every_steps=0",
                "--threads=1",
                "--data",
                data,
                "--output-dir",
                run));
    args.addAll(Arrays.asList(more));
    return TrmProcess.start(folder.resolve(log + ".log"), args.toArray());
  }

  /** Two ports that were free a moment ago. */
  private static String addresses() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:%d,127.0.0.1:%d".formatted(one.getLocalPort(), two.getLocalPort());
    }
  }

  private static double loss(ObjectNode line) {
    return line.path("loss").asDouble();
  }

  private static long checkpointStep(Path run) throws IOException {
    Path state = run.resolve("checkpoints/latest/state.json");
    return new ObjectMapper().readTree(state.toFile()).path("step").asLong();
  }

  private static List<ObjectNode> metrics(Path run) throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.path("kind").asText().equals("train")) {
        lines.add((ObjectNode) node);
      }
    }
    return lines;
  }
}
