package org.tinyrecursive.workflows.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.tinyrecursive.transforms.leakage.LeakageReport;

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

  static RowBuildReport of(BuildReport build, Optional<LeakageReport> leakage) {
    return new RowBuildReport(
        build,
        leakage.map(LeakageReport::testExamples).orElse(null),
        leakage.map(LeakageReport::examplesExact).orElse(null),
        leakage.map(LeakageReport::examplesSymmetric).orElse(null));
  }

  String text(Optional<LeakageReport> leakage) {
    return leakage.map(found -> "Leakage: %s.\n".formatted(found.summary())).orElse("")
        + build.text();
  }
}
