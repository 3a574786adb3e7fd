package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.DatasetFile;
import org.tinyrecursive.transforms.beam.BuildCounters;
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
    return new DatasetBuild(settings.outputDir(), settings.ifThere(), new ArcDatasetGraph(settings))
        .run(beam, counters);
  }

  /** What a dataset that was built says of tests that are learned. */
  public static LeakageReport leakage(DatasetBuildResult built, BeamSettings beam)
      throws IOException {
    return LeakageReport.parse(
        DatasetFile.read(
            built.location(),
            LeakageReport.FILE_NAME,
            BeamRun.prepare(beam, BuildCounters.NAMESPACE).options()));
  }
}
