package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.LeastSquaresFit;

/**
 * A rough TM-score of an alignment, not divided by a length: superposed as a whole, then twice what
 * lies near. Ranks first alignments.
 */
final class QuickScore {
  /** The square of the radius grows by so much until it holds three pairs. */
  private static final double WIDENING = 0.5;

  private final TmScale scale;
  private final Pairs pairs;
  private final LeastSquaresFit fit = new LeastSquaresFit();
  private final double[] motion = new double[12];
  private final double[] squared;

  QuickScore(TmScale scale, int mostPairs) {
    this.scale = scale;
    pairs = new Pairs(mostPairs);
    squared = new double[mostPairs];
  }

  double of(double[] x, double[] y, int[] alignment) {
    pairs.set(x, y, alignment);
    double radiusSquared = scale.d0Search() * scale.d0Search();
    fit.clear();
    for (int k = 0; k < pairs.count; k++) {
      pairs.addTo(fit, k);
    }
    double first = score();
    if (gatherNear(radiusSquared) == pairs.count) {
      return first;
    }
    double second = score();
    gatherNear(radiusSquared + 1);
    return Math.max(first, Math.max(second, score()));
  }

  private double score() {
    double d0Squared = scale.d0() * scale.d0();
    fit.solve(motion);
    double sum = 0;
    for (int k = 0; k < pairs.count; k++) {
      squared[k] = pairs.squaredDistance(k, motion);
      sum += 1 / (1 + squared[k] / d0Squared);
    }
    return sum;
  }

  private int gatherNear(double limit) {
    double widened = limit;
    if (pairs.count > 3) {
      double third = ThirdSmallest.of(squared, pairs.count);
      widened += WIDENING * Math.max(0, Math.ceil((third - limit) / WIDENING));
    }
    fit.clear();
    for (int k = 0; k < pairs.count; k++) {
      if (squared[k] <= widened) {
        pairs.addTo(fit, k);
      }
    }
    return fit.count();
  }
}
