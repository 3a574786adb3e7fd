package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.DatasetPlace;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.Problem;

/** A dataset in storage that is replaced can be read at every moment. */
class StorageReplaceTest {
  private static final String OUT = "gs://bucket/made/sudoku";
  private static final String COPY = ".*rewriteTo/b/bucket/o/made/sudoku/train/.*";
  private static final String MANIFEST = "POST .*made/sudoku/dataset.json";

  @TempDir Path dir;
  private FakeStorage storage;
  private DatasetManifest old;
  private DatasetManifest next;

  /** Steps of a replacement, and which dataset is there when it dies in one. */
  enum Step {
    LAST_SHARD(COPY, 2, "old"),
    SWITCH(MANIFEST, 1, "old"),
    SHARD_UNDER_ITS_OWN_NAME(COPY, 4, "new"),
    LAST_MANIFEST(MANIFEST, 2, "new"),
    SWEEP("DELETE .*[.]arrow.*", 1, "new");

    private final String request;
    private final int time;
    private final String there;

    Step(String request, int time, String there) {
      this.request = request;
      this.time = time;
      this.there = there;
    }
  }

  @BeforeEach
  void buildAndChangeTheSource() throws IOException {
    storage = FakeStorage.start();
    source(RawSudoku.rows(9, 30, 1));
    old = build().manifest();
    source(RawSudoku.rows(9, 31, 7));
    next =
        SudokuDatasetPipeline.run(
                settings(dir.resolve("local").toString(), dir.resolve("train.csv").toString())
                    .build(),
                BeamSettings.direct(2),
                RunCounters.IGNORED)
            .manifest();
  }

  @AfterEach
  void stopStorage() {
    storage.close();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void replacementThatDiesLeavesAWholeDatasetAndIsFinishedByTheNextBuild(Step step)
      throws IOException {
    AtomicInteger seen = new AtomicInteger();
    FakeStorage.Fault dead =
        storage.failOnce(
            400, request -> request.matches(step.request) && seen.incrementAndGet() == step.time);

    assertThatThrownBy(this::build).isInstanceOf(RuntimeException.class);

    assertThat(dead.hasStruck()).isTrue();
    DatasetManifest there = place().manifest();
    assertThat(there.sources()).isEqualTo((step.there.equals("old") ? old : next).sources());
    assertThat(place().verify()).allMatch(problem -> problem.kind() == Problem.Kind.EXTRA);

    build();
    assertSameAsLocal();
  }

  @Test
  void replacementIsTheLocalOneByteForByteAndLeavesNothingElse() throws IOException {
    assertThat(build().outcome()).isEqualTo(BuildOutcome.REPLACED);
    assertSameAsLocal();
  }

  @Test
  void ofTwoReplacementsAtOnceOneWins() throws IOException {
    FakeStorage.Fault other = storage.beforeOnce(request -> request.matches(MANIFEST), this::build);

    assertThatThrownBy(this::build)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("another build has put a dataset at " + OUT + " meanwhile");

    assertThat(other.hasStruck()).isTrue();
    assertSameAsLocal();
  }

  @Test
  void manifestIsReplacedOnlyWhereItIsTheOneThatWasSeen() {
    build();
    assertThat(storage.requests().stream().filter(request -> request.matches(MANIFEST)))
        .hasSize(3)
        .allMatch(request -> request.contains("ifGenerationMatch="));
  }

  private DatasetPlace place() {
    return DatasetPlace.of(
        OUT,
        () ->
            BeamRun.prepare(BeamSettings.direct().withOptions(storage.beamOptions()), "test")
                .options());
  }

  private void assertSameAsLocal() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    storage
        .objects("bucket")
        .forEach(
            (name, bytes) ->
                found.put(name.substring("made/sudoku/".length()), Arrays.hashCode(bytes)));
    assertThat(found).isEqualTo(DatasetFilesOf.folder(dir.resolve("local")));
  }

  private void source(List<String> rows) throws IOException {
    RawSudoku.write(dir.resolve("train.csv"), rows);
    storage.put("raw", "sudoku/train.csv", dir.resolve("train.csv"));
  }

  private static SudokuDatasetSettingsBuilder settings(String output, String train) {
    return SudokuDatasetSettings.into(output).train(List.of(train)).shards(2);
  }

  private DatasetBuildResult build() {
    return SudokuDatasetPipeline.run(
        settings(OUT, "gs://raw/sudoku/train.csv").build(),
        BeamSettings.direct(2).withOptions(storage.beamOptions()),
        RunCounters.IGNORED);
  }
}
