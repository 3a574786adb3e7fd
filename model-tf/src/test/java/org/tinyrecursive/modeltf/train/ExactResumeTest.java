package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.KillableStore;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.transforms.InputRefusedException;

class ExactResumeTest {
  @TempDir Path folder;
  private Runs whole;
  private int steps;

  @BeforeEach
  void neverStopped() {
    whole = new Runs(folder.resolve("whole"));
    steps = Math.toIntExact(whole.start().step());
    assertThat(steps).isGreaterThan(10);
  }

  /** A sample of moments, because forcing files to disk takes its time; all of them when slow. */
  int stride(int sample) {
    return sample;
  }

  private void assertSameAsWhole(Runs run) throws IOException {
    assertThat(run.metrics()).isEqualTo(whole.metrics());
    Checkpoint expected = Checkpoint.load(whole.folder.resolve("checkpoints/latest"));
    Checkpoint found = Checkpoint.load(run.folder.resolve("checkpoints/latest"));
    assertSame(found.loadTensors(), expected.loadTensors());
    assertThat(withoutTime(found.state())).isEqualTo(withoutTime(expected.state()));
    assertThat(Checkpoint.load(run.folder).state().step())
        .isEqualTo(Checkpoint.load(whole.folder).state().step());
  }

  private static TrainingState withoutTime(TrainingState s) {
    return new TrainingState(
        s.step(),
        s.epoch(),
        s.cursor(),
        s.recipe(),
        s.dataShape(),
        s.datasetSha256(),
        0,
        s.standing(),
        s.pending(),
        s.versions());
  }

  private static void assertSame(ModelState found, ModelState expected) {
    assertSame(found.model(), expected.model());
    assertSame(found.ema(), expected.ema());
    assertSame(found.optimizer(), expected.optimizer());
  }

  private static void assertSame(List<NamedTensor> found, List<NamedTensor> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).sameBits(expected.get(i))).isTrue();
    }
  }

  @Test
  void aRunStoppedAfterAnyStepGoesOnExactly() throws IOException {
    for (int step = 1; step <= steps; step += stride(7)) {
      Runs run = new Runs(folder.resolve("stopped-" + step));
      StopSignal stop = new StopSignal();
      TrainResult first = run.run(ResumeMode.NEW, stop, Runs.stopAfter(step, stop));
      assertThat(first.step()).isEqualTo(step);
      double secondsSaved = Checkpoint.load(run.folder).state().elapsedSeconds();
      TrainResult second = run.resume();
      assertThat(second.end()).isEqualTo(TrainResult.End.COMPLETED);
      assertThat(second.elapsedSeconds()).isGreaterThan(secondsSaved);
      assertSameAsWhole(run);
    }
  }

  @Test
  void aRunKilledInAnyStepGoesOnExactly() throws IOException {
    for (int step = 1; step <= steps; step += stride(7)) {
      Runs run = new Runs(folder.resolve("killed-" + step));
      TrainListener kill = Runs.killAt(step);
      assertThatThrownBy(() -> run.start(kill)).isInstanceOf(KillableStore.Killed.class);
      run.resume();
      assertSameAsWhole(run);
    }
  }

  @Test
  void aRunKilledAtAnyMomentOfAnySaveGoesOnExactly() throws IOException {
    Runs counted = new Runs(folder.resolve("counted"));
    KillableStore never = new KillableStore(-1);
    counted.stores = never::open;
    counted.start();
    assertThat(never.momentsSeen()).isGreaterThan(30);
    for (int moment = 0; moment < never.momentsSeen(); moment += stride(17)) {
      Runs run = new Runs(folder.resolve("save-" + moment));
      run.stores = new KillableStore(moment)::open;
      assertThatThrownBy(run::start).isInstanceOf(KillableStore.Killed.class);
      run.stores = new KillableStore(-1)::open;
      run.resume();
      assertSameAsWhole(run);
    }
  }

  @Test
  void anEvaluationThatWasCutOffIsMadeAgain() throws IOException {
    Runs run = new Runs(folder.resolve("evaluation"));
    StopSignal stop = new StopSignal();
    TrainResult first =
        run.run(
            ResumeMode.NEW,
            stop,
            new TrainListener() {
              @Override
              public void evaluating(long step, long examples) {
                stop.request();
              }
            });
    assertThat(first.end()).isEqualTo(TrainResult.End.STOPPED);
    assertThat(first.evaluation()).isEmpty();
    run.resume();
    assertSameAsWhole(run);
  }

  @Test
  void linesOfAKilledProcessAreCut() throws IOException {
    Runs run = new Runs(folder.resolve("cut"));
    assertThatThrownBy(() -> run.start(Runs.killAt(steps)))
        .isInstanceOf(KillableStore.Killed.class);
    Path metrics = run.folder.resolve("metrics.jsonl");
    Files.writeString(metrics, Files.readString(metrics) + "{\"kind\":\"train\",\"step\":99");
    run.resume();
    assertSameAsWhole(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "ema", "optimizer"})
  void aRunWhoseNewestCheckpointHasAFlippedBitGoesOnExactlyFromTheOneBefore(String tensors)
      throws IOException {
    Runs run = new Runs(folder.resolve("damaged"));
    run.start();
    Path newest = run.folder.resolve("checkpoints/latest").toRealPath();
    Path damaged = newest.resolve(tensors + ".safetensors");
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length - 1] ^= 1;
    Files.write(damaged, bytes);

    assertThatThrownBy(run::resume)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(damaged + " is damaged");
    assertThat(damaged).hasBinaryContent(bytes);

    Files.move(newest, folder.resolve("moved"));
    run.resume();
    assertSameAsWhole(run);
  }

  @Test
  void aCompletedRunStaysAsItIs() throws IOException {
    TrainResult again = whole.resume();
    assertThat(again.end()).isEqualTo(TrainResult.End.COMPLETED);
    assertThat(again.step()).isEqualTo(steps);
    assertThat(whole.metrics()).hasSize(steps + 2);
  }
}
