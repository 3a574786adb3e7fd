package org.tinyrecursive.workflows.bench;

import java.util.List;
import java.util.Locale;

/**
 * How training steps get faster with what shares them; keys of the JSON result.
 *
 * @param rows one for each way to share a step
 * @param twoProcessRatio step time of two processes with a core each, over that of one process with
 *     one core and half the batch: 1 is ideal; null where it was not measured
 */
record ScalingReport(List<Row> rows, Double twoProcessRatio) {
  /**
   * What one way gave.
   *
   * @param what shares a step
   * @param batchSize rows of a step
   * @param medianMsPerStep median
   * @param p95MsPerStep 95th percentile
   * @param examplesPerSecond at the median
   * @param shareOfCeiling of a large matrix product in the same process, 0 to 1
   * @param peakRssMb peak resident memory of one process in MB (10⁶ bytes)
   */
  record Row(
      String what,
      int batchSize,
      double medianMsPerStep,
      double p95MsPerStep,
      double examplesPerSecond,
      double shareOfCeiling,
      double peakRssMb) {}

  ScalingReport {
    rows = List.copyOf(rows);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            "%-36s %6s %10s %10s %11s %8s %9s%n"
                .formatted(
                    "shared by",
                    "batch",
                    "median ms",
                    "p95 ms",
                    "examples/s",
                    "ceiling",
                    "peak MB"));
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-36s %6d %10.0f %10.0f %11.2f %7.0f%% %9.0f%n",
              row.what(),
              row.batchSize(),
              row.medianMsPerStep(),
              row.p95MsPerStep(),
              row.examplesPerSecond(),
              100 * row.shareOfCeiling(),
              row.peakRssMb()));
    }
    if (twoProcessRatio != null) {
      text.append(
          String.format(
              Locale.ROOT, "two processes take %.2f times the ideal step time", twoProcessRatio));
    }
    return text.toString().stripTrailing();
  }
}
