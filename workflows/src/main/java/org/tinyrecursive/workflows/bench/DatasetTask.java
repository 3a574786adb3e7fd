package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinyrecursive.pipelines.bench.ArcWork;
import org.tinyrecursive.pipelines.bench.DatasetWork;
import org.tinyrecursive.pipelines.bench.MazeWork;
import org.tinyrecursive.pipelines.bench.SudokuWork;
import org.tinyrecursive.transforms.arc.sample.ArcSampleGenerator;
import org.tinyrecursive.transforms.arc.sample.RuleLevel;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazeSamples;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuGenerator;
import org.tinyrecursive.transforms.sudoku.SudokuLevel;
import org.tinyrecursive.transforms.sudoku.SudokuSamples;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.workflows.sample.ArcSampleFiles;
import org.tinyrecursive.workflows.sample.MazeSampleFiles;
import org.tinyrecursive.workflows.sample.SudokuSampleFiles;

/** The tasks whose road from raw files to a dataset can be timed. */
enum DatasetTask {
  /** 9×9 puzzles with symmetric copies. */
  SUDOKU {
    @Override
    DatasetWork prepare(RawInput raw, Path folder) throws IOException {
      if (raw.input().isPresent()) {
        return new SudokuWork(Path.of(raw.input().get()), raw.numAug(), raw.shards(), raw.seed());
      }
      SudokuShape shape = SudokuShape.ofSide(9);
      SudokuGenerator generator =
          new SudokuGenerator(shape, SudokuLevel.EASY.of(shape), raw.seed());
      Path samples = folder.resolve("raw");
      SudokuSampleFiles.write(
          samples, () -> SudokuSamples.draw(generator, raw.count(), 0, drawn -> {}));
      return new SudokuWork(
          samples.resolve(SudokuSampleFiles.TRAIN), raw.numAug(), raw.shards(), raw.seed());
    }
  },

  /** 30×30 mazes under their eight symmetries. */
  MAZE {
    @Override
    DatasetWork prepare(RawInput raw, Path folder) throws IOException {
      if (raw.input().isPresent()) {
        return new MazeWork(Path.of(raw.input().get()), raw.shards(), raw.seed());
      }
      MazeShape shape = new MazeShape(30, 30);
      MazeGenerator generator =
          new MazeGenerator(shape, MazeGenerator.hardSteps(shape), raw.seed());
      Path samples = folder.resolve("raw");
      MazeSampleFiles.write(
          samples, () -> MazeSamples.draw(generator, raw.count(), 0, drawn -> {}));
      return new MazeWork(samples.resolve(MazeSampleFiles.TRAIN), raw.shards(), raw.seed());
    }
  },

  /** The tasks of ARC-AGI-1, or generated ones, augmented; one test task for four others. */
  ARC {
    @Override
    DatasetWork prepare(RawInput raw, Path folder) throws IOException {
      if (raw.input().isPresent()) {
        return ArcWork.ofArcAgi1(raw.input().get(), raw.numAug(), raw.shards(), raw.seed());
      }
      ArcSampleGenerator generator =
          new ArcSampleGenerator(EnumSet.allOf(RuleLevel.class), raw.seed());
      Path samples = folder.resolve("raw");
      int tested = Math.max(1, raw.count() / 5);
      ArcSampleFiles.write(samples, generator::task, Math.max(1, raw.count() - tested), tested);
      return new ArcWork(
          samples.resolve(ArcSampleFiles.PREFIX).toString(),
          List.of(ArcSampleFiles.TRAINING, ArcSampleFiles.EVALUATION),
          ArcSampleFiles.EVALUATION,
          raw.numAug(),
          raw.shards(),
          raw.seed());
    }
  };

  /**
   * Finds or generates the raw files.
   *
   * @param folder an empty one, for generated files
   */
  abstract DatasetWork prepare(RawInput raw, Path folder) throws IOException;

  /** The name on the command line and in the result. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What is asked for.
   *
   * @param input given raw input, a file or whatever the task reads; empty: it is generated
   * @param count raw puzzles to generate
   * @param numAug augmented copies of every puzzle
   * @param shards files of the dataset
   * @param seed of everything random
   */
  record RawInput(Optional<String> input, int count, int numAug, int shards, long seed) {}
}
