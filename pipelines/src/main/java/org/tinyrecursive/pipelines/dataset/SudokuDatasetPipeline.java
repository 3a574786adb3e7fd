package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.beam.SudokuFile;
import org.tinyrecursive.transforms.beam.TooManyRejectsException;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.DatasetCommit;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Raw Sudoku files in, a dataset out. The same files and settings give the same bytes, with any
 * number of workers and after any number of attempts that failed.
 */
public final class SudokuDatasetPipeline {
  /** What puzzles are taken to be where no row of any file is good; every row is then refused. */
  private static final int USUAL_SIDE = 9;

  private SudokuDatasetPipeline() {}

  /**
   * Builds a dataset.
   *
   * @param counters sees how far the build is; names are those of {@link BuildCounters}
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file or setting cannot be used;
   *     no dataset is left behind
   */
  public static DatasetBuildResult run(
      SudokuDatasetSettings settings, BeamSettings beam, RunCounters counters) {
    long start = System.nanoTime();
    BeamRun run = BeamRun.prepare(beam, BuildCounters.NAMESPACE);
    Map<String, Long> last = new TreeMap<>();
    try (DatasetCommit commit = DatasetCommit.begin(settings.outputDir())) {
      SudokuShape shape =
          SudokuFile.findShape(settings.sources()).orElse(SudokuShape.ofSide(USUAL_SIDE));
      Pipeline pipeline = run.createPipeline();
      new SudokuDatasetGraph(settings, shape, commit.staging().toString()).addTo(pipeline);
      try {
        run.run(pipeline, counters.and(last::putAll));
      } catch (TooManyRejectsException refused) {
        RejectedBuild.keepRejects(commit.staging(), settings.rejectsDir());
        throw refused;
      }
      DatasetManifest manifest = DatasetManifest.load(commit.staging());
      commit.publish(manifest);
      return DatasetBuildResult.of(
          settings.outputDir(), manifest, last, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException failed) {
      throw new WriteFailedException(settings.outputDir(), failed);
    }
  }
}
