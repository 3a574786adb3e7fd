package org.tinyrecursive.modeltf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore.SavePoint;
import org.tinyrecursive.transforms.InputRefusedException;

class CheckpointStoreTest {
  @TempDir Path run;

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private Path folder() {
    return run.resolve("checkpoints");
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> paths = Files.list(folder())) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Optional<BestScore> best(long step) {
    return Optional.of(new BestScore(step, 0.5));
  }

  @Test
  void asManyBestAreKeptAsTheStandingNames() throws IOException {
    CheckpointStore store = CheckpointStore.open(folder(), 1);
    Standing standing = Standing.NONE;
    double[] accuracies = {0.2, 0.9, 0.1, 0.5, 0.3};
    for (int step = 1; step <= accuracies.length; step++) {
      standing = standing.with(new BestScore(step, accuracies[step - 1]), 2, 0);
      store.save(Samples.state(step, standing), Samples.tensors(step));
    }

    assertThat(entries())
        .containsExactly("best", "latest", "step-00000002", "step-00000004", "step-00000005");
    assertThat(store.best().orElseThrow().state().step()).isEqualTo(2);
    assertThat(store.latest().orElseThrow().state().standing()).isEqualTo(standing);
  }

  @Test
  void aSavedCheckpointComesBackWhole() throws IOException {
    TrainingState state = Samples.state(12, best(12));
    Path saved = CheckpointStore.open(folder(), 2).save(state, Samples.tensors(3));

    Checkpoint checkpoint = Checkpoint.load(saved);
    assertThat(saved.getFileName()).hasToString("step-00000012");
    assertThat(checkpoint.state()).isEqualTo(state);
    assertThat(checkpoint.loadModel().get(0).floats()).containsExactly(3, 6);
    assertThat(checkpoint.loadEma().get(0).floats()).containsExactly(9, 12);
    assertThat(checkpoint.loadTensors().optimizer().get(0).floats()).containsExactly(15, 18);
  }

  @Test
  void aRunOrItsCheckpointsFolderLeadsToTheBest() throws IOException {
    CheckpointStore store = CheckpointStore.open(folder(), 5);
    store.save(Samples.state(1, best(1)), Samples.tensors(1));
    store.save(Samples.state(2, best(1)), Samples.tensors(2));

    assertThat(Checkpoint.load(run).state().step()).isEqualTo(1);
    assertThat(Checkpoint.load(folder()).state().step()).isEqualTo(1);
    assertThat(Checkpoint.load(folder().resolve("latest")).state().step()).isEqualTo(2);
  }

  @Test
  void aRunWithoutEvaluationLeadsToTheLatest() throws IOException {
    CheckpointStore.open(folder(), 5).save(Samples.state(4, Optional.empty()), Samples.tensors(1));
    assertThat(Checkpoint.load(run).state().step()).isEqualTo(4);
  }

  @Test
  void theLatestAndTheBestAreKept() throws IOException {
    CheckpointStore store = CheckpointStore.open(folder(), 2);
    store.save(Samples.state(1, best(1)), Samples.tensors(1));
    for (int step = 2; step <= 6; step++) {
      store.save(Samples.state(step, best(1)), Samples.tensors(step));
    }
    assertThat(entries())
        .containsExactly("best", "latest", "step-00000001", "step-00000005", "step-00000006");
    assertThat(store.best().orElseThrow().state().step()).isEqualTo(1);
    assertThat(store.latest().orElseThrow().state().step()).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(SavePoint.class)
  void aKillAtAnyMomentOfASaveLeavesWholeCheckpointsOnly(SavePoint moment) throws IOException {
    CheckpointStore before = CheckpointStore.open(folder(), 1);
    before.save(Samples.state(1, best(1)), Samples.tensors(1));
    AtomicBoolean saving = new AtomicBoolean();
    CheckpointStore killed =
        CheckpointStore.open(
            folder(),
            1,
            point -> {
              if (saving.get() && point == moment) {
                throw new Killed();
              }
            });
    saving.set(true);
    assertThatThrownBy(() -> killed.save(Samples.state(2, best(2)), Samples.tensors(2)))
        .isInstanceOf(Killed.class);
    assertThat(Checkpoint.load(run).loadTensors().model()).isNotEmpty();

    CheckpointStore after = CheckpointStore.open(folder(), 1);

    int expected = moment.compareTo(SavePoint.RENAMED) < 0 ? 1 : 2;
    Checkpoint latest = after.latest().orElseThrow();
    assertThat(latest.state().step()).isEqualTo(expected);
    assertThat(latest.loadModel().get(0).floats()[0]).isEqualTo(expected);
    assertThat(Checkpoint.load(folder().resolve("latest")).state().step()).isEqualTo(expected);
    assertThat(after.best().orElseThrow().state().step()).isEqualTo(expected);
    assertThat(entries()).containsExactly("best", "latest", "step-%08d".formatted(expected));
  }

  @Test
  void leftoversOfAKilledSaveAreSweptAway() throws IOException {
    Files.createDirectories(folder().resolve(".saving-step-00000003"));
    Files.writeString(folder().resolve(".saving-step-00000003/model.safetensors"), "half");
    Files.createDirectories(folder().resolve(".deleting-step-00000001"));
    Files.createSymbolicLink(folder().resolve(".latest.new"), Path.of("step-00000003"));

    assertThat(CheckpointStore.open(folder(), 1).latest()).isEmpty();
    assertThat(entries()).isEmpty();
  }

  @Test
  void aFailedSaveLeavesTheEarlierCheckpointAndNothingElse() throws IOException {
    CheckpointStore store = CheckpointStore.open(folder(), 3);
    store.save(Samples.state(1, Optional.empty()), Samples.tensors(1));
    Files.createDirectories(folder().resolve("step-00000002/in-the-way"));

    assertThatThrownBy(() -> store.save(Samples.state(2, Optional.empty()), Samples.tensors(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("step 2 cannot be saved")
        .hasMessageContaining("earlier checkpoints are untouched");
    assertThat(entries()).containsExactly("latest", "step-00000001", "step-00000002");
  }

  @Test
  void aFolderThatIsNoCheckpointIsRefused() {
    assertThatThrownBy(() -> Checkpoint.load(run))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("state.json");
    assertThatThrownBy(() -> Checkpoint.load(run.resolve("none")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"step", "data_cursor", "recipe", "dataset", "elapsed_seconds"})
  void aMissingFieldOfTheStateIsNamed(String field) throws IOException {
    Path saved =
        CheckpointStore.open(folder(), 1).save(Samples.state(1, best(1)), Samples.tensors(1));
    Path state = saved.resolve("state.json");
    String json = Files.readString(state).replace('"' + field + '"', "\"other\"");
    Files.writeString(state, json);

    assertThatThrownBy(() -> Checkpoint.load(saved))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("state.json")
        .hasMessageContaining(field);
  }

  @Test
  void anotherFormatVersionAndRubbishAreRefused() throws IOException {
    Path saved =
        CheckpointStore.open(folder(), 1).save(Samples.state(1, best(1)), Samples.tensors(1));
    Path state = saved.resolve("state.json");
    Files.writeString(state, "{\"format_version\": 2}");
    assertThatThrownBy(() -> Checkpoint.load(saved))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("format_version 2");
    Files.writeString(state, "{\"format_ver");
    assertThatThrownBy(() -> Checkpoint.load(saved))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("not JSON");
  }
}
