package org.tinyrecursive.workflows.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.util.Optional;
import org.tinyrecursive.pipelines.dataset.BuiltLeakage;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.workflows.cli.ResultOptions;

/**
 * What a build of a dataset of Sudokus or mazes prints; components are the keys of the JSON result.
 * Those of leakage are absent where there is one split alone.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowBuildReport(
    @JsonUnwrapped BuildReport build,
    Integer testExamples,
    Long leakedExamples,
    Long leakedExamplesSymmetric) {

  /** Prints what was built, and what of its test split is also learned. */
  static void print(DatasetBuildResult built, BeamSettings beam, ResultOptions result)
      throws IOException {
    Optional<LeakageReport> leakage = BuiltLeakage.read(built, beam);
    RowBuildReport report = of(BuildReport.of(built), leakage);
    result.print(() -> report.text(leakage), report);
  }

  private static RowBuildReport of(BuildReport build, Optional<LeakageReport> leakage) {
    return new RowBuildReport(
        build,
        leakage.map(LeakageReport::testExamples).orElse(null),
        leakage.map(LeakageReport::examplesExact).orElse(null),
        leakage.map(LeakageReport::examplesSymmetric).orElse(null));
  }

  private String text(Optional<LeakageReport> leakage) {
    return leakage.map(found -> "Leakage: %s.\n".formatted(found.summary())).orElse("")
        + build.text();
  }
}
