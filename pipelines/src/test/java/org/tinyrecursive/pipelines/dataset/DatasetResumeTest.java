package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/** What a build does where a dataset, or what a killed build left of one, is there already. */
class DatasetResumeTest {
  private static final String SHARD = "train/part-00001-of-00003.arrow";

  @TempDir Path dir;
  private Path out;

  @BeforeEach
  void writeRawFiles() throws IOException {
    out = dir.resolve("out");
    RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 40, 1));
    RawSudoku.write(dir.resolve("test.csv"), RawSudoku.rows(9, 12, 2));
  }

  @Test
  void unchangedRecipeAndSourcesLeaveEveryFileAsItIs() throws IOException {
    DatasetBuildResult first = build(settings(out));
    Map<String, Integer> before = DatasetFilesOf.folder(out);
    Object inode = Files.getAttribute(out.resolve(SHARD), "unix:ino");

    DatasetBuildResult second = build(settings(out));

    assertThat(first.outcome()).isEqualTo(BuildOutcome.BUILT);
    assertThat(second.outcome()).isEqualTo(BuildOutcome.UNCHANGED);
    assertThat(second.manifest()).isEqualTo(first.manifest());
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
    assertThat(Files.getAttribute(out.resolve(SHARD), "unix:ino")).isEqualTo(inode);
    assertThat(DatasetFilesOf.names(dir)).containsExactly("out", "test.csv", "train.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "cut", "flipped", "all missing"})
  void brokenShardAloneIsRebuilt(String fault) throws IOException {
    build(settings(out));
    Map<String, Integer> before = DatasetFilesOf.folder(out);
    Object untouched =
        Files.getAttribute(out.resolve("test/part-00000-of-00003.arrow"), "unix:ino");
    damage(out.resolve(SHARD), fault);

    DatasetBuildResult mended = build(settings(out));

    assertThat(mended.outcome()).isEqualTo(BuildOutcome.MENDED);
    assertThat(mended.reusedShards()).isEqualTo(5);
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
    assertThat(Files.getAttribute(out.resolve("test/part-00000-of-00003.arrow"), "unix:ino"))
        .isEqualTo(untouched);
    assertThat(DatasetFilesOf.names(dir)).containsExactly("out", "test.csv", "train.csv");
  }

  @Test
  void changedSourceRebuildsWhatDependsOnIt() throws IOException {
    build(settings(out));
    RawSudoku.write(dir.resolve("test.csv"), RawSudoku.rows(9, 14, 3));

    DatasetBuildResult changed = build(settings(out));
    build(settings(dir.resolve("fresh")));

    assertThat(changed.outcome()).isEqualTo(BuildOutcome.REPLACED);
    assertThat(changed.reusedShards()).as("the train shards").isEqualTo(3);
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(DatasetFilesOf.folder(dir.resolve("fresh")));
  }

  @Test
  void datasetOfOtherSettingsIsRefusedAndKept() throws IOException {
    build(settings(out));
    Map<String, Integer> before = DatasetFilesOf.folder(out);

    assertThatThrownBy(() -> build(settings(out).numAug(5)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("recipe.num_aug is 3 there, and 5 was asked for")
        .hasMessageContaining("--force");
    assertThatThrownBy(() -> build(settings(out).seed(9)))
        .hasMessageContaining("seed is 0 there, and 9 was asked for");
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
  }

  @Test
  void forceReplacesADatasetOfOtherSettingsAndNothingElse() throws IOException {
    build(settings(out));
    DatasetBuildResult replaced = build(settings(out).numAug(5).ifThere(ExistingDataset.REPLACE));
    assertThat(replaced.manifest().recipe()).containsEntry("num_aug", 5L);
    assertThat(replaced.reusedShards()).isZero();

    Path thesis = Files.createDirectory(dir.resolve("thesis"));
    Files.writeString(thesis.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> build(settings(thesis).ifThere(ExistingDataset.REPLACE)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("exists and is not empty");
    assertThat(thesis.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void refusedRowsOfAChangedSourceLeaveTheOldDatasetInPlace() throws IOException {
    build(settings(out));
    Map<String, Integer> before = DatasetFilesOf.folder(out);
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 12, 2));
    rows.set(3, "no,puzzle,at,all");
    RawSudoku.write(dir.resolve("test.csv"), rows);

    assertThatThrownBy(() -> build(settings(out)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("test.csv:5");
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
    assertThat(DatasetFilesOf.names(dir))
        .containsExactly("out", "out.rejects", "test.csv", "train.csv");
  }

  @Test
  void buildKilledBetweenTheTwoRenamesOfAReplacementIsUndone() throws IOException {
    build(settings(out));
    Map<String, Integer> before = DatasetFilesOf.folder(out);
    Files.move(out, dir.resolve("out.replaced"));

    assertThat(build(settings(out)).outcome()).isEqualTo(BuildOutcome.UNCHANGED);
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(before);
    assertThat(DatasetFilesOf.names(dir)).containsExactly("out", "test.csv", "train.csv");
  }

  @Test
  void killedBuildGoesOnFromItsWholeShards() throws Exception {
    build(settings(dir.resolve("whole")));
    Process killed = start(out, "kill");
    assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(out).doesNotExist();
    assertThat(DatasetFilesOf.names(dir)).anyMatch(name -> name.startsWith("out.building-"));

    DatasetBuildResult second = build(settings(out));

    assertThat(second.outcome()).isEqualTo(BuildOutcome.BUILT);
    assertThat(second.reusedShards()).isPositive();
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(DatasetFilesOf.folder(dir.resolve("whole")));
    assertThat(DatasetFilesOf.names(dir)).noneMatch(name -> name.startsWith("out.building-"));
  }

  /** Whenever it is killed, there is the old dataset, the new one, or none that is half. */
  @Test
  @Tag("slow")
  void killAtAnyMomentLeavesAWholeDatasetOrNone() throws Exception {
    DatasetManifest manifest = build(settings(dir.resolve("whole"))).manifest();
    for (int millis = 400; millis < 6000; millis += 700) {
      Process build = start(out, "run");
      if (!build.waitFor(millis, TimeUnit.MILLISECONDS)) {
        build.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      if (Files.exists(out)) {
        assertThat(DatasetFilesOf.folder(out))
            .isEqualTo(DatasetFilesOf.folder(dir.resolve("whole")));
        Files.delete(out.resolve(SHARD));
      }
    }
    assertThat(build(settings(out)).manifest()).isEqualTo(manifest);
    assertThat(DatasetFilesOf.folder(out)).isEqualTo(DatasetFilesOf.folder(dir.resolve("whole")));
  }

  private static void damage(Path shard, String fault) throws IOException {
    byte[] bytes = Files.readAllBytes(shard);
    switch (fault) {
      case "missing" -> Files.delete(shard);
      case "cut" -> Files.write(shard, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case "flipped" -> {
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard, bytes);
      }
      default -> {
        Files.delete(shard);
        Files.delete(shard.resolveSibling("../README.md").normalize());
      }
    }
  }

  private SudokuDatasetSettingsBuilder settings(Path output) {
    return settings(dir, output);
  }

  private static SudokuDatasetSettingsBuilder settings(Path raw, Path output) {
    return SudokuDatasetSettings.into(output)
        .train(List.of(raw.resolve("train.csv").toString()))
        .test(List.of(raw.resolve("test.csv").toString()))
        .shards(3)
        .numAug(3);
  }

  private static DatasetBuildResult build(SudokuDatasetSettingsBuilder settings) {
    return SudokuDatasetPipeline.run(settings.build(), BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private Process start(Path output, String how) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OtherBuild.class.getName(),
            dir.toString(),
            output.toString(),
            how)
        .redirectErrorStream(true)
        .redirectOutput(dir.resolveSibling(dir.getFileName() + ".log").toFile())
        .start();
  }

  /** A build in a process of its own, which dies in its middle if told so. */
  static final class OtherBuild {
    private OtherBuild() {}

    public static void main(String[] args) {
      if (args[2].equals("kill")) {
        Thread watch = new Thread(() -> dieAtTheSecondReceipt(Path.of(args[0])));
        watch.setDaemon(true);
        watch.start();
      }
      SudokuDatasetPipeline.run(
          settings(Path.of(args[0]), Path.of(args[1])).build(),
          BeamSettings.direct(1),
          RunCounters.IGNORED);
    }

    /** As kill -9 does: no hook, no finally. */
    private static void dieAtTheSecondReceipt(Path dir) {
      while (true) {
        try (java.util.stream.Stream<Path> files = Files.walk(dir, 3)) {
          if (files.filter(file -> file.toString().matches(".*/parts/\\w+\\.json")).count() >= 2) {
            Runtime.getRuntime().halt(137);
          }
        } catch (IOException | java.io.UncheckedIOException changing) {
          Thread.onSpinWait(); // files come and go while they are listed
        }
      }
    }
  }
}
