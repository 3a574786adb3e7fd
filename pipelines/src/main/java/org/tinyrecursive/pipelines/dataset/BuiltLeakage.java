package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.util.Optional;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.storage.DatasetFile;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/** What a dataset that was built says of tests that are learned. */
public final class BuiltLeakage {
  private BuiltLeakage() {}

  /** Its report; empty where nothing is learned, or nothing tested. */
  public static Optional<LeakageReport> read(DatasetBuildResult built, BeamSettings beam)
      throws IOException {
    if (built.manifest().splits().size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        LeakageReport.parse(
            DatasetFile.read(
                built.location(),
                LeakageReport.FILE_NAME,
                BeamRun.prepare(beam, BuildCounters.NAMESPACE).options())));
  }
}
