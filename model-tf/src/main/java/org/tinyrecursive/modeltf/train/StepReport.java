package org.tinyrecursive.modeltf.train;

/**
 * One training step, as listeners hear of it.
 *
 * @param step number of the step, from 1
 * @param epoch visits of every group, fractions included
 * @param lr learning rate of the dense parameters
 * @param puzzleLr learning rate of the puzzle rows
 * @param metrics sums of the step
 * @param batchSize rows of the batch
 * @param seconds wall time of the step, waiting for its batch included
 * @param elapsedSeconds training time of the whole run, resumed parts included
 */
public record StepReport(
    long step,
    double epoch,
    double lr,
    double puzzleLr,
    StepMetrics metrics,
    int batchSize,
    double seconds,
    double elapsedSeconds) {

  /** Loss per example. */
  public double loss() {
    return metrics.loss() / batchSize;
  }

  /** Share of the rows that halted in this step that were solved; NaN where none halted. */
  public double exactAccuracy() {
    return metrics.exactAccuracy() / metrics.count();
  }

  /** Examples per second of this step. */
  public double examplesPerSecond() {
    return batchSize / seconds;
  }
}
