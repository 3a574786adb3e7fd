package org.tinyrecursive.rna.fold;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The nested structure of greatest expected accuracy: 2γ for a right pair, 1 for a residue rightly
 * left alone (Do, Woods and Batzoglou, 2006, Bioinformatics 22, e90). O(n² · partners), n² / 2
 * floats.
 */
final class ExpectedAccuracy {
  private final PairProbabilities probabilities;
  private final double gamma;
  private final int n;
  private final float[][] best;

  private ExpectedAccuracy(PairProbabilities probabilities, double gamma) {
    this.probabilities = probabilities;
    this.gamma = gamma;
    this.n = probabilities.length();
    this.best = new float[n + 1][];
  }

  static PairTable structure(PairProbabilities probabilities, double gamma) {
    ExpectedAccuracy accuracy = new ExpectedAccuracy(probabilities, gamma);
    accuracy.fill();
    return accuracy.trace();
  }

  /** Best of residues i … j, where j ≥ i − 1. */
  private float at(int i, int j) {
    return j < i ? 0 : best[i][j - i];
  }

  private void fill() {
    for (int i = n - 1; i >= 0; i--) {
      best[i] = new float[n - i];
      float alone = (float) probabilities.unpaired(i);
      for (int j = i; j < n; j++) {
        best[i][j - i] = at(i + 1, j) + alone;
      }
      for (int k = probabilities.begin(i); k < probabilities.begin(i + 1); k++) {
        int partner = probabilities.partnerAt(k);
        float value = at(i + 1, partner - 1) + gain(k);
        for (int j = partner; j < n; j++) {
          best[i][j - i] = Math.max(best[i][j - i], value + at(partner + 1, j));
        }
      }
    }
  }

  private float gain(int entry) {
    return (float) (2 * gamma * probabilities.probabilityAt(entry));
  }

  private PairTable trace() {
    int[] partners = PairTable.unpaired(n).partners();
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, n - 1});
    while (!open.isEmpty()) {
      int[] range = open.pop();
      int i = range[0];
      int j = range[1];
      if (j <= i) {
        continue;
      }
      int partner = partner(i, j);
      if (partner < 0) {
        open.push(new int[] {i + 1, j});
      } else {
        partners[i] = partner;
        partners[partner] = i;
        open.push(new int[] {i + 1, partner - 1});
        open.push(new int[] {partner + 1, j});
      }
    }
    return PairTable.of(partners);
  }

  /** The partner with which the best of i … j was reached; the same sums give the same floats. */
  private int partner(int i, int j) {
    for (int k = probabilities.begin(i); k < probabilities.begin(i + 1); k++) {
      int partner = probabilities.partnerAt(k);
      if (partner <= j && at(i + 1, partner - 1) + gain(k) + at(partner + 1, j) == best[i][j - i]) {
        return partner;
      }
    }
    return -1;
  }
}
