package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.maze.MazeShape;

/** ARC, in both of its layouts, and mazes: from gs:// to gs:// the bytes of a local build. */
class StorageTasksTest {
  private static final String RAW = "gs://raw/";
  private static final String OUT = "gs://bucket/made/dataset";

  @TempDir Path dir;
  private FakeStorage storage;

  @BeforeEach
  void putRawFiles() throws IOException {
    Path raw = Files.createDirectory(dir.resolve("raw"));
    for (String subset : List.of("training", "evaluation")) {
      RawArc.write(raw, subset, RawArc.tasks(subset, 5));
      RawArc.writeFolder(raw.resolve("tasks").resolve(subset), RawArc.tasks(subset, 5));
    }
    RawMaze.write(raw.resolve("train.csv"), new MazeShape(8, 8), 0, 12);
    RawMaze.write(raw.resolve("test.csv"), new MazeShape(8, 8), 12, 4);
    storage = FakeStorage.start();
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        storage.put("raw", raw.relativize(file).toString(), file);
      }
    }
  }

  @AfterEach
  void stopStorage() {
    storage.close();
  }

  /** A dataset with its sources below a prefix, into a place. */
  enum Build {
    ARC_CHALLENGES {
      @Override
      DatasetBuildResult run(String sources, String output, BeamSettings beam) {
        return arc(sources + "arc", output, beam);
      }
    },
    ARC_ONE_FILE_PER_TASK {
      @Override
      DatasetBuildResult run(String sources, String output, BeamSettings beam) {
        return arc(sources + "tasks", output, beam);
      }
    },
    MAZE {
      @Override
      DatasetBuildResult run(String sources, String output, BeamSettings beam) {
        MazeDatasetSettings settings =
            new MazeDatasetSettings(
                new RawFiles(List.of(sources + "train.csv"), List.of(sources + "test.csv")),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                MazeCopies.DIHEDRAL,
                0,
                new DatasetOutput(output, ExistingDataset.SAME_RECIPE, 0, 2, Compression.ZSTD, 0));
        return MazeDatasetPipeline.run(settings, beam, RunCounters.IGNORED);
      }
    };

    abstract DatasetBuildResult run(String sources, String output, BeamSettings beam);

    private static DatasetBuildResult arc(String prefix, String output, BeamSettings beam) {
      ArcDatasetSettings settings =
          ArcDatasetSettings.into(output)
              .inputFilePrefix(prefix)
              .subsets(List.of("training", "evaluation"))
              .testSetName("evaluation")
              .numAug(3)
              .shards(2)
              .build();
      return ArcDatasetPipeline.run(settings, beam, RunCounters.IGNORED);
    }
  }

  @ParameterizedTest
  @EnumSource(Build.class)
  void buildInStorageIsTheLocalOneByteForByte(Build build) throws IOException {
    assertThat(inStorage(build).outcome()).isEqualTo(BuildOutcome.BUILT);

    assertSameAsLocal(build);
    assertThat(inStorage(build).outcome()).isEqualTo(BuildOutcome.UNCHANGED);
  }

  @ParameterizedTest
  @EnumSource(Build.class)
  void faultsOfTheNetworkCostARetryOnly(Build build) throws IOException {
    List<FakeStorage.Fault> faults =
        List.of(
            storage.failOnce(503, request -> request.contains("uploadType=resumable")),
            storage.failOnce(503, request -> request.startsWith("PUT")),
            storage.cutOnce(request -> request.startsWith("PUT")),
            storage.failOnce(503, request -> request.contains("ifGenerationMatch=0")));

    inStorage(build);

    assertThat(faults).allMatch(FakeStorage.Fault::hasStruck);
    assertSameAsLocal(build);
  }

  @Test
  void missingSubsetIsNamedWithWhereItWasSought() {
    storage.delete("raw", "arc_evaluation_challenges.json");

    assertThatThrownBy(() -> inStorage(Build.ARC_CHALLENGES))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("subset evaluation: there is no file gs://raw/arc_evaluation_")
        .hasMessageContaining("no folder gs://raw/arc/evaluation");
    assertThat(storage.objects("bucket")).isEmpty();
  }

  private DatasetBuildResult inStorage(Build build) {
    return build.run(RAW, OUT, BeamSettings.direct(2).withOptions(storage.beamOptions()));
  }

  private void assertSameAsLocal(Build build) throws IOException {
    Path local = dir.resolve("local");
    build.run(dir.resolve("raw") + "/", local.toString(), BeamSettings.direct(2));
    Map<String, Integer> found = new TreeMap<>();
    storage
        .objects("bucket")
        .forEach(
            (name, bytes) ->
                found.put(name.substring("made/dataset/".length()), Arrays.hashCode(bytes)));
    assertThat(found).isEqualTo(DatasetFilesOf.folder(local));
    assertThat(found.keySet().stream().filter(name -> name.endsWith(".arrow"))).hasSize(4);
  }
}
