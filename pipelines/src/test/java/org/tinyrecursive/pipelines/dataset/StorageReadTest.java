package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.DatasetPlace;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.pipelines.storage.OpenDataset;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Problem;
import org.tinyrecursive.transforms.dataset.compare.DatasetComparison;

/** Datasets in storage are read as those on this machine. */
class StorageReadTest {
  private static final String GS = "gs://bucket/made/sudoku";
  private static final String SHARD = "train/part-00001-of-00002.arrow";

  @TempDir Path dir;
  private FakeStorage storage;
  private Path local;

  @BeforeEach
  void putADatasetThere() throws IOException {
    storage = FakeStorage.start();
    RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 30, 1));
    local =
        SudokuDatasetPipeline.run(
                SudokuDatasetSettings.into(dir.resolve("local").toString())
                    .train(List.of(dir.resolve("train.csv").toString()))
                    .shards(2)
                    .numAug(4)
                    .build(),
                BeamSettings.direct(2),
                RunCounters.IGNORED)
            .directory();
    for (String file : DatasetFilesOf.folder(local).keySet()) {
      storage.put("bucket", "made/sudoku/" + file, local.resolve(file));
    }
  }

  @AfterEach
  void stopStorage() {
    storage.close();
  }

  private DatasetPlace place(String name) {
    return DatasetPlace.of(
        name,
        () ->
            BeamRun.prepare(BeamSettings.direct().withOptions(storage.beamOptions()), "test")
                .options());
  }

  @Test
  void manifestIsReadAlone() throws IOException {
    assertThat(place(GS).manifest()).isEqualTo(place(local.toString()).manifest());
    assertThat(storage.requests()).noneMatch(request -> request.contains(".arrow"));
  }

  @Test
  void soundDatasetHasNoProblem() throws IOException {
    assertThat(place(GS).verify()).isEmpty();
  }

  @Test
  void filesOfABuildThatGoesOnAreNoProblem() throws IOException {
    storage.put("bucket", "made/sudoku/.building/parts/ab.arrow", new byte[3]);
    assertThat(place(GS).verify()).isEmpty();
  }

  @Test
  void flippedByteIsFound() throws IOException {
    byte[] shard = Files.readAllBytes(local.resolve(SHARD));
    shard[shard.length / 2] ^= 1;
    storage.put("bucket", "made/sudoku/" + SHARD, shard);

    assertThat(place(GS).verify())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.BYTES);
              assertThat(problem.file()).isEqualTo(SHARD);
              assertThat(problem.detail()).contains("its bytes were changed");
            });
  }

  @Test
  void whatIsMissingCutOffOrTooMuchIsFound() throws IOException {
    storage.delete("bucket", "made/sudoku/train/part-00000-of-00002.arrow");
    storage.put("bucket", "made/sudoku/" + SHARD, new byte[9]);
    storage.put("bucket", "made/sudoku/train/notes.txt", new byte[1]);

    assertThat(place(GS).verify())
        .extracting(Problem::kind)
        .containsExactlyInAnyOrder(Problem.Kind.MISSING, Problem.Kind.BYTES, Problem.Kind.EXTRA);
  }

  @Test
  void openedDatasetIsTheLocalOneAndItsCopyGoes() throws IOException {
    Path copy;
    try (OpenDataset one = place(GS).open();
        OpenDataset other = place(local.toString()).open()) {
      copy = one.dataset().directory();
      assertThat(DatasetComparison.of(one.dataset(), other.dataset()).same()).isTrue();
      assertThat(one.dataset().split("train").exampleCount()).isEqualTo(150);
    }
    assertThat(copy).doesNotExist();
    assertThat(local).isDirectory();
  }

  @Test
  void placeWithoutADatasetIsRefused() {
    DatasetPlace empty = place("gs://bucket/nothing");
    String message = "gs://bucket/nothing is not a dataset: it has no dataset.json";
    assertThatThrownBy(empty::manifest)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(empty::verify)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(empty::open)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }
}
