package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeGrid;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.maze.MazeSymmetry;

class MazeDatasetPipelineTest {
  private static final OptionalInt NONE = OptionalInt.empty();

  @TempDir Path dir;

  @Test
  void everyMazeIsAGroupAndTokensAreThePublishedOnes() throws IOException {
    MazeShape shape = new MazeShape(10, 10);
    Dataset dataset = build(shape, MazeCopies.ORIGINAL, NONE, NONE);

    assertThat(dataset.manifest().task()).isEqualTo("maze");
    assertThat(dataset.manifest().seqLen()).isEqualTo(100);
    assertThat(dataset.manifest().vocabSize()).isEqualTo(6);
    assertThat(dataset.split("train").groupCount()).isEqualTo(20);
    assertThat(dataset.split("train").puzzleCount()).isEqualTo(20);
    assertThat(dataset.split("test").exampleCount()).isEqualTo(5);
    Map<String, String> raw = new HashMap<>();
    for (MazePuzzle maze : RawMaze.mazes(shape, 0, 20)) {
      raw.put(maze.question().text(), maze.answer().text());
    }
    Map<String, String> found = new HashMap<>();
    for (MazeGrid[] example : examples(dataset.split("train"), shape)) {
      found.put(example[0].text(), example[1].text());
    }
    assertThat(raw).as("generated mazes").hasSize(20);
    assertThat(found).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource({"9,9,8", "5,12,4"})
  void augmentationAddsAllSymmetriesThatKeepTheShapeToTheTrainSplitAlone(
      int rows, int columns, int copies) throws IOException {
    MazeShape shape = new MazeShape(rows, columns);
    Dataset dataset = build(shape, MazeCopies.DIHEDRAL, OptionalInt.of(rows), NONE);

    Split split = dataset.split("train");
    assertThat(split.groupCount()).isEqualTo(20);
    assertThat(split.puzzleCount()).isEqualTo(20 * copies);
    assertThat(dataset.split("test").puzzleCount()).isEqualTo(5);
    List<MazeGrid[]> examples = examples(split, shape);
    for (int i = 0; i < examples.size(); i++) {
      MazeGrid[] original = examples.get(i / copies * copies);
      MazeSymmetry symmetry = MazeSymmetry.keeping(shape).get(i % copies);
      assertThat(examples.get(i)[0]).isEqualTo(symmetry.apply(original[0]));
      assertThat(examples.get(i)[1]).isEqualTo(symmetry.apply(original[1]));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void bytesDoNotDependOnTheNumberOfWorkers(int workers) throws IOException {
    MazeShape shape = new MazeShape(8, 8);
    String sha256 = build(shape, MazeCopies.DIHEDRAL, NONE, NONE).manifest().sha256();

    DatasetBuildResult again =
        MazeDatasetPipeline.run(
            settings("again", MazeCopies.DIHEDRAL, NONE, NONE, 0),
            BeamSettings.direct(workers),
            RunCounters.IGNORED);

    assertThat(again.manifest().sha256()).isEqualTo(sha256);
  }

  @Test
  void aMazeWithoutStartIsRefusedWithFileLineAndField() throws IOException {
    write("train.csv", List.of("made,S  G,So G,0", "made,   G,   G,0"));
    write("test.csv", List.of("made,S  G,So G,0"));

    assertThatThrownBy(() -> run(settings("out", MazeCopies.ORIGINAL, NONE, NONE, 0)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.csv:3: question has no start 'S', expected one")
        .hasMessageContaining("1 record is refused");
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void rejectsUpToTheLimitAreInTheDatasetWithTheirReasons() throws IOException {
    write(
        "train.csv",
        List.of(
            "made,S  G,So G,0",
            "made,S   G    ,SoooG    ,0",
            "made,S  G,S  G,0",
            "made,S ##,S ##,0",
            "made,S  G,So#G,0"));
    write("test.csv", List.of("made,S  G,So G,0"));

    DatasetBuildResult built = run(settings("out", MazeCopies.ORIGINAL, NONE, NONE, 4));

    assertThat(built.rowsRejected()).isEqualTo(4);
    assertThat(Files.readAllLines(dir.resolve("out/rejects/part-00000.jsonl")))
        .satisfiesExactly(
            size -> assertThat(size).contains("\"line\":3", "has 9 cells, expected 4 (2×2)"),
            path -> assertThat(path).contains("\"line\":4", "breaks off after 0 steps"),
            goal -> assertThat(goal).contains("\"line\":5", "has no goal 'G'"),
            wall -> assertThat(wall).contains("\"line\":6", "has '#' at row 2, column 1"));
  }

  @Test
  void aRectangleNeedsItsSize() throws IOException {
    MazeShape shape = new MazeShape(3, 5);
    write("train.csv", rows(shape, 0, 3));
    write("test.csv", rows(shape, 3, 1));

    assertThatThrownBy(() -> run(settings("out", MazeCopies.ORIGINAL, NONE, NONE, 0)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.csv, ")
        .hasMessageContaining("tells the size of its maze")
        .hasMessageContaining("--rows or --columns");
    assertThat(
            run(settings("out", MazeCopies.ORIGINAL, NONE, OptionalInt.of(5), 0))
                .manifest()
                .tokens()
                .gridRows())
        .isEqualTo(3);
  }

  private Dataset build(MazeShape shape, MazeCopies copies, OptionalInt rows, OptionalInt columns)
      throws IOException {
    write("train.csv", rows(shape, 0, 20));
    write("test.csv", rows(shape, 20, 5));
    run(settings("out", copies, rows, columns, 0));
    return Dataset.open(dir.resolve("out"));
  }

  private static DatasetBuildResult run(MazeDatasetSettings settings) {
    return MazeDatasetPipeline.run(settings, BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private MazeDatasetSettings settings(
      String name, MazeCopies copies, OptionalInt rows, OptionalInt columns, long maxRejects) {
    return new MazeDatasetSettings(
        new RawFiles(
            List.of(dir.resolve("train.csv").toString()),
            List.of(dir.resolve("test.csv").toString())),
        rows,
        columns,
        NONE,
        NONE,
        copies,
        0,
        new DatasetOutput(
            dir.resolve(name).toString(),
            ExistingDataset.SAME_RECIPE,
            0,
            3,
            Compression.ZSTD,
            maxRejects));
  }

  private void write(String name, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    lines.addAll(rows);
    Files.write(dir.resolve(name), lines);
  }

  private static List<String> rows(MazeShape shape, int from, int count) {
    return RawMaze.mazes(shape, from, count).stream().map(MazeCsv::formatRow).toList();
  }

  private static List<MazeGrid[]> examples(Split split, MazeShape shape) {
    List<MazeGrid[]> examples = new ArrayList<>();
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor()) {
      for (int i = 0; i < split.exampleCount(); i++) {
        cursor.copy(i, inputs, 0, labels, 0);
        examples.add(
            new MazeGrid[] {MazeGrid.ofTokens(shape, inputs), MazeGrid.ofTokens(shape, labels)});
      }
    }
    return examples;
  }
}
