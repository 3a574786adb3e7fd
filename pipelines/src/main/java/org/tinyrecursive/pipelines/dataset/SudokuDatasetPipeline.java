package org.tinyrecursive.pipelines.dataset;

import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;

/**
 * Raw Sudoku files in, a dataset out. The same files and settings give the same bytes, with any
 * number of workers and after any number of attempts that failed.
 */
public final class SudokuDatasetPipeline {
  private SudokuDatasetPipeline() {}

  /**
   * Builds a dataset, or what is missing of it: what is there already and was made from the same
   * rows in the same way is taken over.
   *
   * @param counters sees how far the build is; names are those of {@link
   *     org.tinyrecursive.transforms.beam.BuildCounters}
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file or setting cannot be used;
   *     no dataset is left behind
   */
  public static DatasetBuildResult run(
      SudokuDatasetSettings settings, BeamSettings beam, RunCounters counters) {
    return new DatasetBuild(
            settings.outputDir(), settings.ifThere(), new SudokuDatasetGraph(settings))
        .run(beam, counters);
  }
}
