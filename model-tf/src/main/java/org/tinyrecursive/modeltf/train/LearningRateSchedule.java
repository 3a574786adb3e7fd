package org.tinyrecursive.modeltf.train;

/**
 * Linear warmup, then a cosine down to a share of the base rate: lr(t) = base · t / warmup for t <
 * warmup, then base · (r + (1 − r) · ½(1 + cos(π · progress))).
 *
 * @param base rate after warmup
 * @param warmupSteps steps of warmup, 0 and above
 * @param totalSteps steps of training; beyond them the last rate stays
 * @param minRatio r, share of the base rate at the end
 */
public record LearningRateSchedule(
    double base, long warmupSteps, long totalSteps, double minRatio) {

  /** The rate of a step, counted from 1. */
  public double rate(long step) {
    if (step < warmupSteps) {
      return base * step / warmupSteps;
    }
    double progress =
        Math.min(1, (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps));
    // StrictMath: the same rate, bit for bit, on every machine.
    return base * (minRatio + (1 - minRatio) * 0.5 * (1 + StrictMath.cos(Math.PI * progress)));
  }
}
