package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.BuildRecord;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetVerifier;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.OnLeakage;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.maze.MazeSymmetry;
import org.tinyrecursive.transforms.random.StableRandom;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuSymmetry;

/** What is tested and also learned, of Sudokus and of mazes. */
class RowLeakageTest {
  private static final int TRAIN = 40;
  private static final int TEST = 12;

  @TempDir Path dir;
  private Path train;
  private List<String> trainRows;
  private List<String> testRows;

  @BeforeEach
  void writeRawFiles() throws IOException {
    trainRows = RawSudoku.rows(9, TRAIN, 100);
    testRows = new ArrayList<>(RawSudoku.rows(9, TEST, 200));
    train = RawSudoku.write(dir.resolve("train.csv"), trainRows);
    writeTest();
  }

  @Test
  void whereNothingIsLearnedTheReportSaysSo() throws IOException {
    build("d");
    assertThat(report("d")).isEqualTo(LeakageReport.ofExamples(TEST, 0, 0, List.of()));
    assertThat(dir.resolve("d/README.md"))
        .content()
        .contains(
            "## Leakage\nBy content, of 12 test examples 0 are learned as they are and 0 up to"
                + " symmetry.\n");
    assertThat(DatasetVerifier.verify(dir.resolve("d"))).isEmpty();
  }

  @Test
  void sudokusThatAreLearnedAreFoundAlsoMovedAndRelabelled() throws Exception {
    plant();
    build("d");
    assertThat(report("d").matches())
        .extracting(Object::toString)
        .containsExactly(
            "example test.csv:5 is train.csv:12",
            "example test.csv:7 is train.csv:22 up to symmetry");
    assertThat(report("d").examplesExact()).isEqualTo(1);
    assertThat(report("d").examplesSymmetric()).isEqualTo(1);
    assertThat(dir.resolve("d/README.md"))
        .content()
        .contains("* example test.csv:7 is train.csv:22 up to symmetry\n");
  }

  @Test
  void rowsThatTheSampleLeavesOutAreNotLearned() throws Exception {
    for (int i = 0; i < TRAIN; i++) {
      testRows.add(trainRows.get(i));
    }
    writeTest();
    SudokuDatasetPipeline.run(
        settings("d").subsampleSize(15).build(), BeamSettings.direct(), RunCounters.IGNORED);
    assertThat(report("d").testExamples()).isEqualTo(TEST + TRAIN);
    assertThat(report("d").examplesExact()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void bytesDoNotDependOnTheNumberOfWorkers(int workers) throws Exception {
    plant();
    build("one");
    SudokuDatasetPipeline.run(
        settings("more").build(), BeamSettings.direct(workers), RunCounters.IGNORED);
    assertThat(DatasetFilesOf.folder(dir.resolve("more")))
        .isEqualTo(DatasetFilesOf.folder(dir.resolve("one")));
  }

  @Test
  void leakageIsRefusedWhereThatIsAskedForAlsoOfADatasetThatIsThere() throws Exception {
    plant();
    build("d");
    Map<String, Integer> before = DatasetFilesOf.folder(dir.resolve("d"));
    for (String name : List.of("d", "new")) {
      assertThatThrownBy(
              () ->
                  SudokuDatasetPipeline.run(
                      settings(name).onLeakage(OnLeakage.REFUSE).build(),
                      BeamSettings.direct(),
                      RunCounters.IGNORED))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("training holds what is tested: of 12 test examples 1 are learned")
          .hasMessageContaining("the first: example test.csv:5 is train.csv:12;")
          .hasMessageContaining("without --fail-on-leakage");
    }
    assertThat(DatasetFilesOf.folder(dir.resolve("d"))).isEqualTo(before);
    assertThat(dir.resolve("new")).doesNotExist();
  }

  @Test
  void aDatasetMadeBeforeThereWereReportsGetsOneAndKeepsItsShards() throws Exception {
    build("d");
    Map<String, Integer> whole = DatasetFilesOf.folder(dir.resolve("d"));
    Path record = dir.resolve("d/build.json");
    BuildRecord known = BuildRecord.parse(Files.readAllBytes(record)).orElseThrow();
    Files.write(record, new BuildRecord(known.shards(), new TreeMap<>()).toJson());
    Files.delete(dir.resolve("d/leakage.json"));

    DatasetBuildResult mended = build("d");

    assertThat(mended.outcome()).isEqualTo(BuildOutcome.MENDED);
    assertThat(mended.reusedShards()).isEqualTo(known.shards().size());
    assertThat(DatasetFilesOf.folder(dir.resolve("d"))).isEqualTo(whole);
    assertThat(build("d").outcome()).isEqualTo(BuildOutcome.UNCHANGED);
  }

  @Test
  void oneSplitAloneHasNoReport() throws IOException {
    DatasetBuildResult built =
        SudokuDatasetPipeline.run(
            settings("d").test(List.of()).build(), BeamSettings.direct(), RunCounters.IGNORED);
    assertThat(BuiltLeakage.read(built, BeamSettings.direct())).isEmpty();
    assertThat(dir.resolve("d/leakage.json")).doesNotExist();
  }

  @Test
  void mazesThatAreLearnedAreFoundAlsoTurnedAndTheWayBack() throws IOException {
    MazeShape shape = new MazeShape(8, 8);
    RawMaze.write(train, shape, 0, TRAIN);
    List<MazePuzzle> mazes = RawMaze.mazes(shape, 0, TRAIN);
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    RawMaze.mazes(shape, TRAIN, 3).stream().map(MazeCsv::formatRow).forEach(lines::add);
    lines.add(MazeCsv.formatRow(mazes.get(5)));
    lines.add(MazeCsv.formatRow(MazeSymmetry.ROTATE_90.apply(mazes.get(6))));
    lines.add(
        MazeCsv.formatRow(mazes.get(7)).replace('S', 'x').replace('G', 'S').replace('x', 'G'));
    Files.write(dir.resolve("test.csv"), lines);

    MazeDatasetPipeline.run(
        mazes("d", OnLeakage.REPORT), BeamSettings.direct(), RunCounters.IGNORED);

    assertThat(report("d").matches())
        .extracting(Object::toString)
        .containsExactly(
            "example test.csv:5 is train.csv:7",
            "example test.csv:6 is train.csv:8 up to symmetry",
            "example test.csv:7 is train.csv:9 up to symmetry");
    assertThatThrownBy(
            () ->
                MazeDatasetPipeline.run(
                    mazes("e", OnLeakage.REFUSE), BeamSettings.direct(), RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("test.csv:5 is train.csv:7");
  }

  /** Makes the test rows on lines 5 and 7 copies of the train rows on lines 12 and 22. */
  private void plant() throws IOException, RejectedRowException {
    SudokuPuzzle learned = SudokuCsv.parseRow(trainRows.get(20));
    SudokuSymmetry symmetry = SudokuSymmetry.random(learned.shape(), StableRandom.of(4));
    testRows.set(3, trainRows.get(10));
    testRows.set(
        5,
        SudokuCsv.formatRow(
            new SudokuPuzzle(
                "moved",
                symmetry.apply(learned.question()),
                symmetry.apply(learned.answer()),
                learned.rating())));
    writeTest();
  }

  private void writeTest() throws IOException {
    RawSudoku.write(dir.resolve("test.csv"), testRows);
  }

  private DatasetBuildResult build(String name) {
    return SudokuDatasetPipeline.run(
        settings(name).build(), BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private SudokuDatasetSettingsBuilder settings(String name) {
    return SudokuDatasetSettings.into(dir.resolve(name))
        .train(List.of(train.toString()))
        .test(List.of(dir.resolve("test.csv").toString()))
        .numAug(2)
        .shards(3);
  }

  private MazeDatasetSettings mazes(String name, OnLeakage onLeakage) {
    OptionalInt none = OptionalInt.empty();
    return new MazeDatasetSettings(
        new RawFiles(List.of(train.toString()), List.of(dir.resolve("test.csv").toString())),
        none,
        none,
        none,
        none,
        MazeCopies.DIHEDRAL,
        0,
        onLeakage,
        new DatasetOutput(dir.resolve(name), 0, 3, Compression.ZSTD, 0));
  }

  private LeakageReport report(String name) throws IOException {
    return LeakageReport.parse(Files.readAllBytes(dir.resolve(name).resolve("leakage.json")));
  }
}
