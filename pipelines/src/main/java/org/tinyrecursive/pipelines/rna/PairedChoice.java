package org.tinyrecursive.pipelines.rna;

import java.util.Arrays;

/**
 * Chooses among alternatives that were scored on the same targets. The first alternative, to change
 * nothing, stays unless another one is better by more than chance would make it: by more than one
 * standard error of the paired difference, and by more than {@value #LEAST_GAIN} in any case.
 */
final class PairedChoice {
  /** Differences of the mean below this mean nothing on the few targets there are. */
  static final double LEAST_GAIN = 0.002;

  private final double[][] scores;

  /**
   * @param scores of every alternative on every target, in the same order; at least one target
   */
  PairedChoice(double[][] scores) {
    this.scores = scores;
  }

  /** Number of the alternative chosen. */
  int chosen() {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = mean(k) > mean(best) ? k : best;
    }
    return mean(best) - mean(0) > Math.max(LEAST_GAIN, standardError(best)) ? best : 0;
  }

  /** Mean score of an alternative. */
  double mean(int alternative) {
    return Arrays.stream(scores[alternative]).average().orElseThrow();
  }

  /** Of the mean difference between an alternative and the first; infinite with one target. */
  double standardError(int alternative) {
    int targets = scores[0].length;
    double mean = mean(alternative) - mean(0);
    double squares = 0;
    for (int t = 0; t < targets; t++) {
      double off = scores[alternative][t] - scores[0][t] - mean;
      squares += off * off;
    }
    return targets == 1 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (targets - 1) / targets);
  }
}
