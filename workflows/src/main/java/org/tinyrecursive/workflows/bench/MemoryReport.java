package org.tinyrecursive.workflows.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tinyrecursive.transforms.measure.Median;

/**
 * What a training step takes of memory, and what it costs to take less; keys of the JSON result.
 *
 * @param rows one for each batch size
 * @param kept with every value kept for the gradient ({@code memory.recompute none})
 * @param recomputed with blocks computed again ({@code memory.recompute blocks})
 * @param timeRatio median over the batch sizes of step time recomputed over kept
 * @param cpuTimeRatio the same of the time of all threads, which hardly depends on what else the
 *     machine does; NaN where no batch size has one
 */
record MemoryReport(
    List<Row> rows, Line kept, Line recomputed, double timeRatio, double cpuTimeRatio) {
  /**
   * What one batch size gave; MB are 10⁶ bytes of peak resident memory.
   *
   * @param batchSize rows of the step's only pass
   * @param keptPeakRssMb with everything kept
   * @param recomputedPeakRssMb with blocks computed again
   * @param keptMsPerStep median
   * @param recomputedMsPerStep median
   * @param timeRatio recomputed over kept
   * @param cpuTimeRatio the same of the time of all threads together; NaN where the steps took less
   *     than the system counts
   */
  record Row(
      int batchSize,
      double keptPeakRssMb,
      double recomputedPeakRssMb,
      double keptMsPerStep,
      double recomputedMsPerStep,
      double timeRatio,
      double cpuTimeRatio) {}

  /**
   * Peak memory as base + slope · rows, by least squares.
   *
   * @param baseMb of no rows
   * @param mbPerExample of each row
   */
  record Line(double baseMb, double mbPerExample) {
    static Line through(List<Row> rows, ToDoubleFunction<Row> peak) {
      double meanBatch = rows.stream().mapToDouble(Row::batchSize).average().orElseThrow();
      double meanPeak = rows.stream().mapToDouble(peak).average().orElseThrow();
      double covariance = 0;
      double variance = 0;
      for (Row row : rows) {
        double distance = row.batchSize() - meanBatch;
        covariance += distance * (peak.applyAsDouble(row) - meanPeak);
        variance += distance * distance;
      }
      double slope = covariance / variance;
      return new Line(meanPeak - slope * meanBatch, slope);
    }
  }

  MemoryReport {
    rows = List.copyOf(rows);
  }

  /** The report of rows with two and more different batch sizes. */
  static MemoryReport of(List<Row> rows) {
    return new MemoryReport(
        rows,
        Line.through(rows, Row::keptPeakRssMb),
        Line.through(rows, Row::recomputedPeakRssMb),
        medianOfKnown(rows, Row::timeRatio),
        medianOfKnown(rows, Row::cpuTimeRatio));
  }

  /** Recomputed over kept; NaN where one of them is too short to be told from nothing. */
  static double ratio(double recomputed, double kept) {
    return recomputed > 0 && kept > 0 ? recomputed / kept : Double.NaN;
  }

  private static double medianOfKnown(List<Row> rows, ToDoubleFunction<Row> ratio) {
    List<Row> known = rows.stream().filter(row -> !Double.isNaN(ratio.applyAsDouble(row))).toList();
    return known.isEmpty() ? Double.NaN : Median.of(known, ratio);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            "%6s %13s %13s %13s %13s %8s %8s%n"
                .formatted(
                    "batch", "kept, MB", "again, MB", "kept, ms", "again, ms", "time ×", "CPU ×"));
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%6d %13.0f %13.0f %13.0f %13.0f %8s %8s%n",
              row.batchSize(),
              row.keptPeakRssMb(),
              row.recomputedPeakRssMb(),
              row.keptMsPerStep(),
              row.recomputedMsPerStep(),
              textOf(row.timeRatio()),
              textOf(row.cpuTimeRatio())));
    }
    text.append(lineOf("everything kept", kept))
        .append(lineOf("blocks computed again", recomputed));
    text.append(
        String.format(
            Locale.ROOT,
            "blocks computed again take %s times the time, %s times the CPU time (medians)",
            textOf(timeRatio),
            textOf(cpuTimeRatio)));
    return text.toString();
  }

  private static String textOf(double ratio) {
    return Double.isNaN(ratio) ? "?" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String lineOf(String what, Line line) {
    return String.format(
        Locale.ROOT,
        "%s: %.4f GB per example beyond %.2f GB%n",
        what,
        line.mbPerExample() / 1e3,
        line.baseMb() / 1e3);
  }
}
