package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/**
 * Files of ARC tasks in, a dataset out. The same files and settings give the same bytes, with any
 * number of workers and after any number of attempts that failed.
 */
public final class ArcDatasetPipeline {
  private ArcDatasetPipeline() {}

  /**
   * Builds a dataset.
   *
   * @param counters sees how far the build is; names are those of {@link
   *     org.tinyrecursive.transforms.beam.BuildCounters}
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file or setting cannot be used;
   *     no dataset is left behind
   */
  public static DatasetBuildResult run(
      ArcDatasetSettings settings, BeamSettings beam, RunCounters counters) {
    return new DatasetBuild(settings.outputDir(), new ArcDatasetGraph(settings))
        .run(beam, counters);
  }

  /** What a dataset that was built says of tests that are learned. */
  public static LeakageReport leakage(DatasetBuildResult built) throws IOException {
    return LeakageReport.parse(
        Files.readAllBytes(built.directory().resolve(LeakageReport.FILE_NAME)));
  }
}
