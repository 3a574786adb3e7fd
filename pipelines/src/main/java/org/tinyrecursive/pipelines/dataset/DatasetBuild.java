package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.beam.LocalBuildPlace;
import org.tinyrecursive.transforms.beam.TooManyRejectsException;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.DatasetCommit;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * Builds a dataset of any task: runs its graph beside the dataset's final place, and puts the
 * result there in one step.
 */
final class DatasetBuild {
  private final Path outputDir;
  private final BuildGraph graph;

  /**
   * @param outputDir the dataset's directory; absent or empty
   */
  DatasetBuild(Path outputDir, BuildGraph graph) {
    this.outputDir = outputDir;
    this.graph = graph;
  }

  /** Where the rejects of a build that fails for them are left. */
  static Path rejectsDir(Path outputDir) {
    Path dataset = outputDir.toAbsolutePath().normalize();
    return dataset.resolveSibling(dataset.getFileName() + ".rejects");
  }

  /**
   * Builds and publishes.
   *
   * @param counters sees how far the build is; names are those of {@link BuildCounters}
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file or setting cannot be used;
   *     no dataset is left behind
   */
  DatasetBuildResult run(BeamSettings beam, RunCounters counters) {
    long start = System.nanoTime();
    BeamRun run = BeamRun.prepare(beam, BuildCounters.NAMESPACE);
    Map<String, Long> last = new TreeMap<>();
    try (DatasetCommit commit = DatasetCommit.begin(outputDir)) {
      run.writesInto("--output-dir", commit.staging());
      Pipeline pipeline = run.createPipeline();
      graph.addTo(pipeline, new LocalBuildPlace(commit.staging().toString()));
      try {
        run.run(pipeline, counters.and(last::putAll));
      } catch (TooManyRejectsException refused) {
        RejectedBuild.keepRejects(commit.staging(), rejectsDir(outputDir));
        throw refused;
      }
      DatasetManifest manifest = DatasetManifest.load(commit.staging());
      commit.publish(manifest);
      return DatasetBuildResult.of(
          outputDir, manifest, last, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException failed) {
      throw new WriteFailedException(outputDir.toString(), failed);
    }
  }
}
