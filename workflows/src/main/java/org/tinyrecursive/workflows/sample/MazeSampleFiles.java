package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.samples.Samples;

/** A folder with {@code train.csv} and {@code test.csv} of mazes in the published format. */
public final class MazeSampleFiles {
  /** Name of the file of mazes to train on. */
  public static final String TRAIN = CsvSampleFiles.TRAIN;

  private MazeSampleFiles() {}

  /**
   * Draws samples and writes them, whole or not at all.
   *
   * @param folder to be made; absent or empty
   * @param draw makes the samples once the place is known to be free
   * @return what was written
   * @throws org.tinyrecursive.transforms.InputRefusedException if the folder holds anything
   */
  public static Samples<MazePuzzle> write(Path folder, Supplier<Samples<MazePuzzle>> draw)
      throws IOException {
    return CsvSampleFiles.write(folder, MazeCsv.HEADER, MazeCsv::formatRow, draw);
  }
}
