package org.tinyrecursive.pipelines.dataset;

import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;

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
}
