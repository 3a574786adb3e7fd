package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.transforms.arc.ArcTask;

/** Of a published ARC dataset a broken shard alone is made again. */
class ArcMendTest {
  private static final String SHARD = "train/part-00001-of-00004.arrow";

  @TempDir Path dir;
  private Path out;
  private long shards;
  private Map<String, Integer> before;

  @BeforeEach
  void buildOnce() throws IOException {
    RawArc.write(dir, "training", RawArc.tasks("training", 12));
    RawArc.write(dir, "evaluation", RawArc.tasks("evaluation", 6));
    out = dir.resolve("out");
    shards =
        build().manifest().splits().values().stream()
            .mapToLong(split -> split.shards().size())
            .sum();
    before = DatasetFilesOf.folder(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "flipped"})
  void brokenShardAloneIsMadeAgain(String fault) throws IOException {
    Map<String, Object> inodes = inodes();
    damage(fault);

    DatasetBuildResult mended = build();

    assertThat(mended.outcome()).isEqualTo(BuildOutcome.MENDED);
    assertThat(mended.reusedShards()).isEqualTo(shards - 1);
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
    inodes.remove(SHARD);
    assertThat(inodes()).containsAllEntriesOf(inodes);
    assertThat(build().outcome()).isEqualTo(BuildOutcome.UNCHANGED);
  }

  @Test
  void whereACompanionIsBrokenTooAllIsMadeAgain() throws IOException {
    damage("missing");
    Files.writeString(out.resolve("identifiers.json"), "[]");

    DatasetBuildResult mended = build();

    assertThat(mended.reusedShards()).isZero();
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
  }

  @Test
  void whereATaskHasChangedTooNothingOldIsLeft() throws IOException {
    damage("missing");
    List<ArcTask> changed = RawArc.tasks("evaluation", 7);
    RawArc.write(dir, "evaluation", changed);

    assertThat(build().outcome()).isEqualTo(BuildOutcome.REPLACED);

    Map<String, Integer> found = DatasetFilesOf.folder(out);
    build("fresh");
    assertThat(found).isEqualTo(DatasetFilesOf.folder(dir.resolve("fresh")));
  }

  @Test
  void inStorageToo() throws IOException {
    try (FakeStorage storage = FakeStorage.start()) {
      BeamSettings beam = BeamSettings.direct(2).withOptions(storage.beamOptions());
      build("gs://bucket/out", beam);
      storage.delete("bucket", "out/" + SHARD);

      DatasetBuildResult mended = build("gs://bucket/out", beam);

      assertThat(mended.outcome()).isEqualTo(BuildOutcome.MENDED);
      assertThat(mended.reusedShards()).isEqualTo(shards - 1);
      Map<String, Integer> found = new TreeMap<>();
      storage
          .objects("bucket")
          .forEach((name, bytes) -> found.put(name.substring(4), Arrays.hashCode(bytes)));
      assertThat(found).isEqualTo(before);
    }
  }

  private Map<String, Object> inodes() throws IOException {
    Map<String, Object> inodes = new TreeMap<>();
    for (String file : before.keySet()) {
      inodes.put(file, Files.getAttribute(out.resolve(file), "unix:ino"));
    }
    return inodes;
  }

  private void damage(String fault) throws IOException {
    byte[] bytes = Files.readAllBytes(out.resolve(SHARD));
    Files.delete(out.resolve(SHARD));
    if (fault.equals("flipped")) {
      bytes[bytes.length / 2] ^= 1;
      Files.write(out.resolve(SHARD), bytes);
    }
  }

  private DatasetBuildResult build() {
    return build("out");
  }

  private DatasetBuildResult build(String name) {
    return build(dir.resolve(name).toString(), BeamSettings.direct(2));
  }

  private DatasetBuildResult build(String output, BeamSettings beam) {
    return ArcDatasetPipeline.run(
        ArcDatasetSettings.into(output)
            .inputFilePrefix(dir.resolve("arc").toString())
            .subsets(List.of("training", "evaluation"))
            .testSetName("evaluation")
            .numAug(5)
            .shards(4)
            .build(),
        beam,
        RunCounters.IGNORED);
  }
}
