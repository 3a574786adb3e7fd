package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngine;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.pipelines.dataset.DatasetOutput;
import org.tinyrecursive.pipelines.dataset.MazeDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.MazeDatasetSettings;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** A dataset of generated puzzles and a run that has seen them a few times. */
record TinyModel(Path data, Path run) {
  static final int TEST_PUZZLES = 37;
  private static final int TRAIN_PUZZLES = 32;

  /** With averaged weights. */
  static TinyModel make(Path folder, int side) throws IOException, InterruptedException {
    Path data = dataset(folder, side);
    return new TinyModel(data, train(data, folder.resolve("run"), Averages.KEPT));
  }

  /** The same of mazes, which are rectangles. */
  static TinyModel ofMazes(Path folder) throws IOException, InterruptedException {
    Path data = mazes(folder);
    return new TinyModel(data, train(data, folder.resolve("run"), Averages.KEPT));
  }

  /** Whether the run keeps averaged weights. */
  enum Averages {
    KEPT,
    NONE
  }

  static Path train(Path data, Path run, Averages averages)
      throws IOException, InterruptedException {
    Trainer.run(
        new TrainRun(
            recipe(averages),
            data,
            run,
            ResumeMode.NEW,
            Optional.empty(),
            Map.of(),
            (recipe, shape) -> TensorFlowEngine.create(recipe, shape, Compute.allCores()),
            new StopSignal()));
    return run;
  }

  private static Path dataset(Path folder, int side) throws IOException {
    SudokuShape shape = SudokuShape.ofSide(side);
    SudokuGenerator generator = new SudokuGenerator(shape, SudokuLevel.EASY.of(shape), 1);
    Path train = write(folder.resolve("train.csv"), generator, 0, TRAIN_PUZZLES);
    Path test = write(folder.resolve("test.csv"), generator, TRAIN_PUZZLES, TEST_PUZZLES);
    Path data = folder.resolve("data");
    SudokuDatasetPipeline.run(
        SudokuDatasetSettings.into(data)
            .train(List.of(train.toString()))
            .test(List.of(test.toString()))
            .build(),
        BeamSettings.direct(2),
        RunCounters.IGNORED);
    return data;
  }

  private static Path mazes(Path folder) throws IOException {
    MazeGenerator generator = new MazeGenerator(new MazeShape(4, 5), 4, 1);
    Path train = write(folder.resolve("train.csv"), generator, 0, TRAIN_PUZZLES);
    Path test = write(folder.resolve("test.csv"), generator, TRAIN_PUZZLES, TEST_PUZZLES);
    Path data = folder.resolve("data");
    MazeDatasetPipeline.run(
        new MazeDatasetSettings(
            new RawFiles(List.of(train.toString()), List.of(test.toString())),
            OptionalInt.of(4),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            MazeCopies.ORIGINAL,
            0,
            new DatasetOutput(data, 1, 2, Compression.ZSTD, 0)),
        BeamSettings.direct(2),
        RunCounters.IGNORED);
    return data;
  }

  private static Path write(Path file, MazeGenerator generator, int first, int count)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    for (int i = first; i < first + count; i++) {
      lines.add(MazeCsv.formatRow(generator.puzzle(i)));
    }
    return Files.write(file, lines);
  }

  private static Path write(Path file, SudokuGenerator generator, int first, int count)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(SudokuCsv.HEADER));
    for (int i = first; i < first + count; i++) {
      lines.add(SudokuCsv.formatRow(generator.puzzle(i)));
    }
    return Files.write(file, lines);
  }

  private static Recipe recipe(Averages averages) {
    ModelConfig model =
        new ModelConfig(
            16,
            2,
            2,
            1,
            1,
            1,
            false,
            PositionEncoding.ROPE,
            8,
            1,
            3,
            0.1,
            true,
            ForwardDtype.FLOAT32,
            LossKind.STABLEMAX_CROSS_ENTROPY);
    TrainConfig train =
        new TrainConfig(
            16,
            4,
            4,
            0,
            0,
            1,
            1e-2,
            1,
            0,
            0.9,
            0.95,
            0.1,
            1e-2,
            0.1,
            averages == Averages.KEPT,
            0.9,
            5);
    return new Recipe("tiny", "for tests", model, train, new CurriculumConfig(0, 0, 0, 1));
  }
}
