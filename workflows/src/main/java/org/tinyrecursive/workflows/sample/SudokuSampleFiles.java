package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.tinyrecursive.transforms.samples.Samples;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuPuzzle;

/** A folder with {@code train.csv} and {@code test.csv} of Sudokus in the published format. */
public final class SudokuSampleFiles {
  /** Name of the file of puzzles to train on. */
  public static final String TRAIN = CsvSampleFiles.TRAIN;

  /** Name of the file of puzzles held out. */
  public static final String TEST = CsvSampleFiles.TEST;

  private SudokuSampleFiles() {}

  /**
   * Draws samples and writes them, whole or not at all.
   *
   * @param folder to be made; absent or empty
   * @param draw makes the samples once the place is known to be free
   * @return what was written
   * @throws org.tinyrecursive.transforms.InputRefusedException if the folder holds anything
   */
  public static Samples<SudokuPuzzle> write(Path folder, Supplier<Samples<SudokuPuzzle>> draw)
      throws IOException {
    return CsvSampleFiles.write(folder, SudokuCsv.HEADER, SudokuCsv::formatRow, draw);
  }
}
