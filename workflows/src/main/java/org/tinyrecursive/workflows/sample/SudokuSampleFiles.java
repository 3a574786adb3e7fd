package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;
import org.tinyrecursive.transforms.sudoku.SudokuSamples;

/** A folder with {@code train.csv} and {@code test.csv} in the published format. */
public final class SudokuSampleFiles {
  /** Name of the file of puzzles to train on. */
  public static final String TRAIN = "train.csv";

  /** Name of the file of puzzles held out. */
  public static final String TEST = "test.csv";

  private SudokuSampleFiles() {}

  /** Makes the samples once the place is known to be free. */
  @FunctionalInterface
  public interface Draw {
    /** The samples. */
    SudokuSamples draw();
  }

  /**
   * Draws samples and writes them, whole or not at all.
   *
   * @param folder to be made; absent or empty
   * @return what was written
   * @throws org.tinyrecursive.transforms.InputRefusedException if the folder holds anything
   */
  public static SudokuSamples write(Path folder, Draw draw) throws IOException {
    try (FolderCommit commit = FolderCommit.begin(folder)) {
      SudokuSamples samples = draw.draw();
      Files.write(commit.staging().resolve(TRAIN), lines(samples.train()));
      Files.write(commit.staging().resolve(TEST), lines(samples.test()));
      commit.publish();
      return samples;
    }
  }

  private static List<String> lines(List<SudokuPuzzle> puzzles) {
    return Stream.concat(Stream.of(SudokuCsv.HEADER), puzzles.stream().map(SudokuCsv::formatRow))
        .toList();
  }
}
