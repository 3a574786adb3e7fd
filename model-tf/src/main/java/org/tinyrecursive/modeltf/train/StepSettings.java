package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.modeltf.config.RecursionConfig;

/**
 * What holds for one optimizer step.
 *
 * @param number from 1
 * @param lr learning rate of the dense parameters
 * @param puzzleLr learning rate of the puzzle rows
 * @param thirds thirds of the cycles that the recursion uses, 1 to 3
 */
public record StepSettings(long number, double lr, double puzzleLr, int thirds) {
  /** A step with all cycles. */
  public static StepSettings full(long number, double lr, double puzzleLr) {
    return new StepSettings(number, lr, puzzleLr, RecursionConfig.ALL_THIRDS);
  }
}
