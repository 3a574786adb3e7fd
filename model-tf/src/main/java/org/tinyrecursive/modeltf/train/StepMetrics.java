package org.tinyrecursive.modeltf.train;

/**
 * Sums over one training step (trm-spec, "Loss"): losses over all rows, the others over the rows
 * that halted now and have labels.
 */
public record StepMetrics(
    double loss,
    double lmLoss,
    double qHaltLoss,
    double qContinueLoss,
    double count,
    double accuracy,
    double exactAccuracy,
    double qHaltAccuracy,
    double steps) {
  /** Number of sums. */
  public static final int COUNT = 9;

  /** The sums in the order of the components. */
  public double[] sums() {
    return new double[] {
      loss, lmLoss, qHaltLoss, qContinueLoss, count, accuracy, exactAccuracy, qHaltAccuracy, steps
    };
  }

  /** From the sums in the order of the components. */
  public static StepMetrics of(double... sums) {
    return new StepMetrics(
        sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8]);
  }
}
