package org.tinyrecursive.modeltf.bench;

/**
 * What a benchmark measured.
 *
 * @param recipe its name
 * @param batchSize rows per step
 * @param steps steps measured
 * @param threads threads of one operation
 * @param medianMsPerStep median
 * @param p95MsPerStep 95th percentile
 * @param examplesPerSecond rows per second at the median
 * @param achievedGflopsPerSecond matrix products' operations per second at the median
 * @param ceilingGflopsPerSecond of one large matrix product in the same process
 * @param shareOfCeiling achieved over ceiling, 0 to 1
 * @param peakRssMb peak resident memory of the process in MB (10⁶ bytes); NaN where unknown
 */
public record TrainBenchmarkResult(
    String recipe,
    int batchSize,
    int steps,
    int threads,
    double medianMsPerStep,
    double p95MsPerStep,
    double examplesPerSecond,
    double achievedGflopsPerSecond,
    double ceilingGflopsPerSecond,
    double shareOfCeiling,
    double peakRssMb) {}
