package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.LeastSquaresFit;

/**
 * Seeks the superposition of given pairs with the largest TM-score: fragments of length L, L/2, L/4
 * … are superposed, then in turn whatever lies near after the superposition, until that stays the
 * same (Zhang and Skolnick, 2004, "Scoring function for automated assessment of protein structure
 * template quality").
 */
final class SuperpositionSearch {
  private static final int MOST_ROUNDS = 20;
  private static final int FRAGMENT_LENGTHS = 6;
  private static final int SHORTEST_FRAGMENT = 4;

  /** The radius grows by so many Å until it holds three pairs. */
  private static final double WIDENING = 0.5;

  private final TmScale scale;
  private final int step;
  private final LeastSquaresFit fit = new LeastSquaresFit();
  private final double[] motion = new double[12];
  private final double[] best = new double[12];
  private double bestScore;
  private double[] squared = new double[0];
  private int[] near = new int[0];
  private int[] fitted = new int[0];

  /**
   * @param step residues from one fragment's start to the next, 1 and above
   */
  SuperpositionSearch(TmScale scale, int step) {
    this.scale = scale;
    this.step = step;
  }

  /** The largest score found; the motion is {@link #bestMotion}. 0 without pairs. */
  double run(Pairs pairs) {
    int count = pairs.count;
    bestScore = -1;
    if (count == 0) {
      return 0;
    }
    if (near.length < count) {
      squared = new double[count];
      near = new int[count];
      fitted = new int[count];
    }
    int shortest = Math.min(SHORTEST_FRAGMENT, count);
    for (int i = 0; i < FRAGMENT_LENGTHS; i++) {
      int length = i == FRAGMENT_LENGTHS - 1 ? shortest : Math.max(shortest, count >> i);
      tryFragments(pairs, length);
      if (length == shortest) {
        break;
      }
    }
    return bestScore;
  }

  /** Motion of the best superposition, 12 values; valid until the next run. */
  double[] bestMotion() {
    return best;
  }

  private void tryFragments(Pairs pairs, int length) {
    int last = pairs.count - length;
    for (int start = 0; ; start = Math.min(start + step, last)) {
      fit.clear();
      for (int k = start; k < start + length; k++) {
        pairs.addTo(fit, k);
      }
      fit.solve(motion);
      improve(pairs);
      if (start >= last) {
        return;
      }
    }
  }

  private void improve(Pairs pairs) {
    int count = score(pairs, scale.d0Search() - 1);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int[] swap = fitted;
      fitted = near;
      near = swap;
      int before = count;
      fit.clear();
      for (int k = 0; k < before; k++) {
        pairs.addTo(fit, fitted[k]);
      }
      fit.solve(motion);
      count = score(pairs, scale.d0Search() + 1);
      if (count == before && isUnchanged(count)) {
        return;
      }
    }
  }

  /** Scores the motion, keeps it if it is the best, and lists the pairs within a radius. */
  private int score(Pairs pairs, double radius) {
    double d0Squared = scale.d0() * scale.d0();
    double cutoffSquared = scale.cutoff() * scale.cutoff();
    double sum = 0;
    for (int i = 0; i < pairs.count; i++) {
      double distance = pairs.squaredDistance(i, motion);
      squared[i] = distance;
      if (distance <= cutoffSquared) {
        sum += 1 / (1 + distance / d0Squared);
      }
    }
    double score = sum / scale.length();
    if (score > bestScore) {
      bestScore = score;
      System.arraycopy(motion, 0, best, 0, motion.length);
    }
    double limit = radius * radius;
    int count = list(pairs.count, limit);
    if (count < 3 && pairs.count > 3) {
      double third = Math.sqrt(ThirdSmallest.of(squared, pairs.count));
      double widened = radius + WIDENING * Math.max(1, Math.ceil((third - radius) / WIDENING));
      while ((count = list(pairs.count, widened * widened)) < 3) {
        widened += WIDENING;
      }
    }
    return count;
  }

  private int list(int pairs, double limit) {
    int count = 0;
    for (int i = 0; i < pairs; i++) {
      if (squared[i] < limit) {
        near[count++] = i;
      }
    }
    return count;
  }

  private boolean isUnchanged(int count) {
    for (int k = 0; k < count; k++) {
      if (near[k] != fitted[k]) {
        return false;
      }
    }
    return true;
  }
}
