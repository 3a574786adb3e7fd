package org.tinyrecursive.modeltf.train;

import java.util.Optional;

/**
 * The result of one evaluation on the test split.
 *
 * @param step optimizer steps made
 * @param epoch visits of every group, fractions included
 * @param examples test examples with labels
 * @param raw scores of the weights as they are
 * @param ema scores of the averaged weights, where an average is kept
 * @param seconds wall time
 */
public record Evaluation(
    long step, double epoch, long examples, Scores raw, Optional<Scores> ema, double seconds) {

  /** The scores of the weights that are exported: the average where there is one. */
  public Scores exported() {
    return ema.orElse(raw);
  }
}
