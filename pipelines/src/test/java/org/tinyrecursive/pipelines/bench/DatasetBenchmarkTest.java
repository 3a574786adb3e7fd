package org.tinyrecursive.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

class DatasetBenchmarkTest {
  private static final int PUZZLES = 20;
  private static final int COPIES = 49;

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();
  private Path raw;

  @BeforeEach
  void writeRawFile() throws IOException {
    SudokuShape shape = SudokuShape.ofSide(6);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.EASY.of(shape), 3);
    List<String> lines = new ArrayList<>(List.of(SudokuCsv.HEADER));
    for (int i = 0; i < PUZZLES; i++) {
      lines.add(SudokuCsv.formatRow(generator.puzzle(i)));
    }
    raw = Files.write(folder.resolve("train.csv"), lines);
  }

  @Test
  void pipelineAndLoopWriteTheSameAmount() throws IOException {
    SudokuWork work = new SudokuWork(raw, COPIES, 1, 0);
    DatasetManifest built = work.build(folder.resolve("data"), BeamSettings.direct(2));

    assertThat(work.loop(folder)).isEqualTo(PUZZLES * (1 + COPIES));
    assertThat((double) Files.size(folder.resolve("train.arrow")))
        .isCloseTo((double) built.totalBytes(), within(0.02 * built.totalBytes()));
  }

  @Test
  void mazesAreMadeUnderAllTheirSymmetriesByBoth() throws IOException {
    MazeGenerator generator = new MazeGenerator(new MazeShape(8, 8), 8, 3);
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    for (int i = 0; i < PUZZLES; i++) {
      lines.add(MazeCsv.formatRow(generator.puzzle(i)));
    }
    MazeWork work = new MazeWork(Files.write(folder.resolve("mazes.csv"), lines), 1, 0);
    DatasetManifest built = work.build(folder.resolve("data"), BeamSettings.direct(2));

    assertThat(work.loop(folder)).isEqualTo(PUZZLES * 8);
    assertThat(built.splits().get("train").totalExamples()).isEqualTo(PUZZLES * 8);
  }

  @Test
  void figuresBelongTogetherAndNothingIsLeftBehind() throws IOException {
    DatasetBenchmarkResult result = benchmark(new SudokuWork(raw, COPIES, 2, 0)).run(1, 2);

    assertThat(result.examples()).isEqualTo(PUZZLES * (1 + COPIES));
    assertThat(result.shareOfFloor())
        .isCloseTo(result.examplesPerSecond() / result.floorExamplesPerSecond(), within(1e-9));
    assertThat(result.mbPerSecond())
        .isCloseTo(result.examplesPerSecond() * (2 * 36 + 16) / 1e6, within(1e-9));
    assertThat(progress).hasSize(3);
    assertThat(progress.get(0)).startsWith("warm-up: ");
    assertThat(entries()).containsExactly("train.csv");
  }

  @Test
  void differentWorkIsNotCompared() {
    DatasetWork half =
        new DatasetWork() {
          @Override
          public DatasetManifest build(Path outputDir, BeamSettings beam) {
            return new SudokuWork(raw, COPIES, 1, 0).build(outputDir, beam);
          }

          @Override
          public long loop(Path outputDir) {
            return PUZZLES;
          }
        };

    assertThatThrownBy(() -> benchmark(half).run(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1,000 examples and the loop 20");
  }

  @Test
  void missingInputIsRefusedAndNothingIsLeftBehind() {
    SudokuWork work = new SudokuWork(folder.resolve("none.csv"), COPIES, 2, 0);

    assertThatThrownBy(() -> benchmark(work).run(0, 1))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("none.csv: no such file");
    assertThat(entries()).containsExactly("train.csv");
  }

  private DatasetBenchmark benchmark(DatasetWork work) {
    return new DatasetBenchmark("sudoku", work, BeamSettings.direct(2), folder, progress::add);
  }

  private List<String> entries() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
