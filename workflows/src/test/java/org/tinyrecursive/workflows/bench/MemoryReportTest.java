package org.tinyrecursive.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryReportTest {
  private static MemoryReport.Row row(int batch, double kept, double again, double ratio) {
    return new MemoryReport.Row(batch, kept, again, 100, 100 * ratio, ratio, ratio + 0.01);
  }

  @Test
  void theSlopeAndTheBaseAreThoseOfTheLineThroughThePeaks() {
    MemoryReport report =
        MemoryReport.of(
            List.of(row(2, 1260, 1026, 1.3), row(4, 1520, 1052, 1.2), row(16, 3080, 1208, 1.1)));

    assertThat(report.kept().mbPerExample()).isCloseTo(130, within(1e-9));
    assertThat(report.kept().baseMb()).isCloseTo(1000, within(1e-9));
    assertThat(report.recomputed().mbPerExample()).isCloseTo(13, within(1e-9));
    assertThat(report.timeRatio()).isEqualTo(1.2);
    assertThat(report.cpuTimeRatio()).isCloseTo(1.21, within(1e-9));
    assertThat(report.text())
        .contains("everything kept: 0.1300 GB per example beyond 1.00 GB")
        .contains("blocks computed again: 0.0130 GB per example beyond 1.00 GB")
        .contains("1.20 times the time, 1.21 times the CPU time");
  }

  @Test
  void stepsTooShortToHaveACpuTimeHaveNoRatioOfThem() {
    assertThat(MemoryReport.ratio(3, 2)).isEqualTo(1.5);
    assertThat(MemoryReport.ratio(0, 2)).isNaN();
    assertThat(MemoryReport.ratio(3, 0)).isNaN();
    assertThat(MemoryReport.ratio(0, 0)).isNaN();

    MemoryReport.Row untold = new MemoryReport.Row(1, 10, 5, 2, 3, 1.5, Double.NaN);
    MemoryReport some = MemoryReport.of(List.of(untold, row(2, 20, 6, 1.2)));
    assertThat(some.cpuTimeRatio()).isCloseTo(1.21, within(1e-9));
    assertThat(some.text()).containsPattern("1 +10 +5 +2 +3 +1\\.50 +\\?\\R");

    MemoryReport.Row neither = new MemoryReport.Row(2, 20, 6, 2, 3, 1.5, Double.NaN);
    MemoryReport none = MemoryReport.of(List.of(untold, neither));
    assertThat(none.cpuTimeRatio()).isNaN();
    assertThat(none.text()).contains("1.50 times the time, ? times the CPU time");
  }

  @Test
  void peaksThatScatterGiveTheLineOfLeastSquares() {
    MemoryReport report =
        MemoryReport.of(
            List.of(row(1, 10, 0, 1), row(2, 30, 0, 2), row(3, 20, 0, 4), row(4, 40, 0, 3)));

    assertThat(report.kept().mbPerExample()).isCloseTo(8, within(1e-9));
    assertThat(report.kept().baseMb()).isCloseTo(5, within(1e-9));
    assertThat(report.timeRatio()).isEqualTo(2.5);
  }
}
