package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.transforms.InputRefusedException;

/** Whole builds from gs:// to gs://, against storage on a loopback address. */
class StorageBuildTest {
  private static final String OUT = "gs://bucket/made/sudoku";

  @TempDir Path dir;
  private FakeStorage storage;
  private DatasetBuildResult local;

  @BeforeEach
  void buildLocally() throws IOException {
    storage = FakeStorage.start();
    RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 30, 1));
    RawSudoku.writeGzip(dir.resolve("test.csv.gz"), RawSudoku.rows(9, 8, 2));
    storage.put("raw", "sudoku/train.csv", dir.resolve("train.csv"));
    storage.put("raw", "sudoku/test.csv.gz", dir.resolve("test.csv.gz"));
    local =
        SudokuDatasetPipeline.run(
            settings(
                    dir.resolve("local").toString(),
                    dir.resolve("train.csv").toString(),
                    dir.resolve("test.csv.gz").toString())
                .build(),
            BeamSettings.direct(2),
            RunCounters.IGNORED);
  }

  @AfterEach
  void stopStorage() {
    storage.close();
  }

  @Test
  void buildInStorageIsTheLocalOneByteForByteAndLeavesNothingElse() throws IOException {
    DatasetBuildResult built = build(remote());

    assertThat(built.outcome()).isEqualTo(BuildOutcome.BUILT);
    assertThat(built.manifest().sha256()).isEqualTo(local.manifest().sha256());
    assertSameAsLocal();
  }

  @Test
  void secondBuildHasNothingToDo() {
    build(remote());
    Map<String, byte[]> before = storage.objects("bucket");
    int requests = storage.requests().size();

    assertThat(build(remote()).outcome()).isEqualTo(BuildOutcome.UNCHANGED);
    assertThat(storage.objects("bucket").keySet()).isEqualTo(before.keySet());
    assertThat(storage.requests().subList(requests, storage.requests().size()))
        .noneMatch(request -> request.startsWith("POST") || request.startsWith("PUT"));
  }

  @Test
  void shardThatIsMissingOrWasOverwrittenAloneIsMadeAgain() throws IOException {
    build(remote());
    storage.delete("bucket", "made/sudoku/train/part-00000-of-00002.arrow");
    storage.put("bucket", "made/sudoku/test/part-00001-of-00002.arrow", new byte[9]);

    DatasetBuildResult mended = build(remote());

    assertThat(mended.outcome()).isEqualTo(BuildOutcome.MENDED);
    assertThat(mended.reusedShards()).isEqualTo(2);
    assertSameAsLocal();
  }

  @Test
  void changedSourceReplacesTheDataset() throws IOException {
    build(remote());
    RawSudoku.writeGzip(dir.resolve("test.csv.gz"), RawSudoku.rows(9, 9, 7));
    storage.put("raw", "sudoku/test.csv.gz", dir.resolve("test.csv.gz"));

    DatasetBuildResult changed = build(remote());

    assertThat(changed.outcome()).isEqualTo(BuildOutcome.REPLACED);
    assertThat(changed.reusedShards()).isEqualTo(2);
    buildLocallyAgain();
    assertSameAsLocal();
  }

  @Test
  void uploadThatFailsOnceIsRetried() throws IOException {
    FakeStorage.Fault begin =
        storage.failOnce(503, request -> request.contains("uploadType=resumable"));
    FakeStorage.Fault chunk = storage.failOnce(503, request -> request.startsWith("PUT"));
    FakeStorage.Fault commit =
        storage.failOnce(503, request -> request.contains("ifGenerationMatch=0"));

    build(remote());

    assertThat(List.of(begin.hasStruck(), chunk.hasStruck(), commit.hasStruck()))
        .containsOnly(true);
    assertSameAsLocal();
  }

  @Test
  void uploadThatIsCutOffGoesOn() throws IOException {
    FakeStorage.Fault cut = storage.cutOnce(request -> request.startsWith("PUT"));

    build(remote());

    assertThat(cut.hasStruck()).isTrue();
    assertSameAsLocal();
  }

  @Test
  void ofTwoBuildsAtOnceOneWinsAndTheOtherSaysSo() throws IOException {
    AtomicReference<DatasetBuildResult> winner = new AtomicReference<>();
    FakeStorage.Fault other =
        storage.beforeOnce(
            request -> request.endsWith("made/sudoku/.publishing"),
            () -> winner.set(build(remote())));

    assertThatThrownBy(() -> build(remote()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("another build has put a dataset at " + OUT + " meanwhile");

    assertThat(other.hasStruck()).isTrue();
    assertThat(winner.get().outcome()).isEqualTo(BuildOutcome.BUILT);
    assertSameAsLocal();
  }

  @Test
  void buildThatIsOvertakenWhileItReplacesADatasetSaysSo() throws IOException {
    build(remote());
    RawSudoku.writeGzip(dir.resolve("test.csv.gz"), RawSudoku.rows(9, 9, 7));
    storage.put("raw", "sudoku/test.csv.gz", dir.resolve("test.csv.gz"));
    storage.beforeOnce(
        request -> request.startsWith("POST") && request.endsWith("made/sudoku/dataset.json"),
        () -> build(remote()));

    assertThatThrownBy(() -> build(remote()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("another build has put a dataset at " + OUT + " meanwhile");

    buildLocallyAgain();
    assertSameAsLocal();
  }

  @Test
  void ofTwoBuildsOfOtherSettingsTheSecondToClaimIsRefusedAndTouchesNothing() throws IOException {
    FakeStorage.Fault other =
        storage.beforeOnce(
            request -> request.contains("rewriteTo"),
            () ->
                assertThatThrownBy(() -> build(remote().numAug(7)))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("another build is putting a dataset at " + OUT)
                    .hasMessageContaining("--force"));

    build(remote());

    assertThat(other.hasStruck()).isTrue();
    assertSameAsLocal();
  }

  @Test
  void buildThatDiedWhilePublishingIsFinishedByTheNextOne() throws IOException {
    FakeStorage.Fault dead =
        storage.failOnce(
            400,
            request -> request.startsWith("POST") && request.endsWith("made/sudoku/dataset.json"));

    assertThatThrownBy(() -> build(remote())).isInstanceOf(RuntimeException.class);

    assertThat(dead.hasStruck()).isTrue();
    assertThat(storage.objects("bucket"))
        .containsKey("made/sudoku/train/part-00000-of-00002.arrow")
        .doesNotContainKey("made/sudoku/dataset.json");
    assertThat(build(remote()).reusedShards()).isEqualTo(4);
    assertSameAsLocal();
  }

  @Test
  void folderWithOtherObjectsIsRefusedAndKept() {
    storage.put("bucket", "made/sudoku/thesis.txt", "years".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> build(remote()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not empty and holds no dataset (it has thesis.txt)");
    assertThat(storage.objects("bucket")).containsOnlyKeys("made/sudoku/thesis.txt");
  }

  @Test
  void rejectsOfABuildThatFailsForThemAreKeptBeside() {
    storage.put(
        "raw",
        "sudoku/train.csv",
        "source,question,answer,rating\na,b,c,0\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> build(remote()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.csv:2")
        .hasMessageContaining(OUT + ".rejects");
    assertThat(storage.objects("bucket")).containsOnlyKeys("made/sudoku.rejects/part-00000.jsonl");
  }

  @Test
  void placeThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> build(settings("gs://bucket", "a.csv", "b.csv")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("expected gs://bucket/folder");
  }

  private void buildLocallyAgain() {
    SudokuDatasetPipeline.run(
        settings(
                dir.resolve("local").toString(),
                dir.resolve("train.csv").toString(),
                dir.resolve("test.csv.gz").toString())
            .build(),
        BeamSettings.direct(2),
        RunCounters.IGNORED);
  }

  private void assertSameAsLocal() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    storage
        .objects("bucket")
        .forEach(
            (name, bytes) ->
                found.put(name.substring("made/sudoku/".length()), Arrays.hashCode(bytes)));
    assertThat(found).isEqualTo(DatasetFilesOf.folder(dir.resolve("local")));
    assertThat(found.keySet().stream().filter(name -> name.endsWith(".arrow")).toList()).hasSize(4);
    assertThat(Files.exists(dir.resolve("local"))).isTrue();
  }

  private SudokuDatasetSettingsBuilder remote() {
    return settings(OUT, "gs://raw/sudoku/train.csv", "gs://raw/sudoku/test.csv.gz");
  }

  private static SudokuDatasetSettingsBuilder settings(String output, String train, String test) {
    return SudokuDatasetSettings.into(output)
        .train(List.of(train))
        .test(List.of(test))
        .shards(2)
        .numAug(4);
  }

  private DatasetBuildResult build(SudokuDatasetSettingsBuilder settings) {
    return SudokuDatasetPipeline.run(
        settings.build(),
        BeamSettings.direct(2)
            .withOptions(
                storage.beamOptions().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
        RunCounters.IGNORED);
  }
}
