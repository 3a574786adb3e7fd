package org.tinyrecursive.modeltf.bench;

import java.util.List;

/**
 * What a benchmark measured.
 *
 * @param recipe its name
 * @param batchSize rows per step
 * @param steps steps measured
 * @param threads threads of one operation
 * @param devices that shared each step in a process
 * @param workers processes that shared each step
 * @param medianMsPerStep median
 * @param p95MsPerStep 95th percentile
 * @param meanCpuMsPerStep time of all threads of this process together, which hardly depends on
 *     what else the machine does; 0 where all steps took less than the system counts, 10 ms
 * @param examplesPerSecond rows per second at the median
 * @param achievedGflopsPerSecond matrix products' operations per second of this process, at the
 *     median
 * @param ceilingGflopsPerSecond of one large matrix product in the same process
 * @param shareOfCeiling achieved over ceiling, 0 to 1
 * @param peakRssMb peak resident memory of the process in MB (10⁶ bytes); NaN where unknown
 * @param peakDeviceMb most memory that the process held of all GPUs together in MB; null on CPUs
 *     and where it cannot be told
 * @param peakDeviceUnknown why there is no such number; null where there is one
 */
public record TrainBenchmarkResult(
    String recipe,
    int batchSize,
    int steps,
    int threads,
    List<String> devices,
    int workers,
    double medianMsPerStep,
    double p95MsPerStep,
    double meanCpuMsPerStep,
    double examplesPerSecond,
    double achievedGflopsPerSecond,
    double ceilingGflopsPerSecond,
    double shareOfCeiling,
    double peakRssMb,
    Double peakDeviceMb,
    String peakDeviceUnknown) {
  public TrainBenchmarkResult {
    devices = List.copyOf(devices);
  }
}
