package org.tinyrecursive.rna.fold;

/**
 * Probabilities of all pairs: the derivative of the partition function by every entry of the inside
 * tables, found by running their recursion backwards.
 */
final class Outside {
  private final Inside inside;
  private final LoopWeights weights;
  private final int n;
  private final double[] byPaired;
  private final double[] byPairedMismatch;
  private final double[] byMulti;
  private final double[] byMultiEnd;

  private Outside(Inside inside) {
    this.inside = inside;
    this.weights = inside.weights;
    this.n = inside.n;
    this.byPaired = new double[n * n];
    this.byPairedMismatch = new double[n * n];
    this.byMulti = new double[n * n];
    this.byMultiEnd = new double[n * n];
  }

  /** Probability of the pair (i, j), i before j, at i n + j. */
  static double[] pairProbabilities(Inside inside) {
    Outside outside = new Outside(inside);
    outside.fillUncovered();
    outside.fill();
    double[] probabilities = outside.byPaired;
    for (int cell = 0; cell < probabilities.length; cell++) {
      probabilities[cell] = Math.min(1, probabilities[cell] * inside.paired[cell]);
    }
    return probabilities;
  }

  /** Pairs that no other pair encloses. */
  private void fillUncovered() {
    double[] suffix = new double[n + 1];
    double unpaired = weights.unpaired(1);
    suffix[n] = 1;
    for (int i = n - 1; i >= 0; i--) {
      double sum = suffix[i + 1] * unpaired;
      for (int j = i + 4; j < n; j++) {
        double pair = inside.paired[i * n + j];
        if (pair != 0) {
          double both = weights.outside(i, j) * suffix[j + 1];
          sum += pair * both;
          byPaired[i * n + j] = inside.prefix[i] * both / inside.total();
        }
      }
      suffix[i] = sum;
    }
  }

  private void fill() {
    double unpaired = weights.unpaired(1);
    double[] byLeft = new double[n];
    double[] byTwo = new double[n];
    double[] byTwoNext = new double[n];
    for (int i = 0; i <= n - 5; i++) {
      double byEnd = 0;
      for (int j = n - 1; j >= i + 4; j--) {
        double byMultiHere = byMulti[i * n + j];
        byLeft[j] = byMultiHere + unpaired * byLeft[j];
        spread(byTwo[j] + byMultiHere, i * n - 1, j * n, i + 5, j);
        byEnd = byMultiEnd[j * n + i] + byLeft[j] + unpaired * byEnd;
        byTwoNext[j - 1] = 0;
        if (inside.paired[i * n + j] != 0) {
          finishPair(i, j, byEnd);
          byTwoNext[j - 1] = byPaired[i * n + j] * weights.closing(i, j);
        }
      }
      double[] swap = byTwo;
      byTwo = byTwoNext;
      byTwoNext = swap;
      byTwo[n - 1] = 0;
    }
  }

  private void spread(double amount, int a, int b, int from, int to) {
    if (amount == 0) {
      return;
    }
    for (int k = from; k <= to; k++) {
      byMulti[a + k] += amount * inside.multiEnd[b + k];
    }
    for (int k = from; k <= to; k++) {
      byMultiEnd[b + k] += amount * inside.multi[a + k];
    }
  }

  private void finishPair(int i, int j, double byEnd) {
    double amount = byPaired[i * n + j] + byEnd * weights.branch(i, j);
    if (i > 0 && j < n - 1 && byPairedMismatch[i * n + j] != 0) {
      amount += byPairedMismatch[i * n + j] * weights.innerMismatch(i, j);
    }
    byPaired[i * n + j] = amount;
    if (amount != 0) {
      spreadInterior(i, j, amount);
    }
  }

  private void spreadInterior(int i, int j, double amount) {
    if (inside.paired[(i + 1) * n + j - 1] != 0) {
      add(i + 1, j - 1, amount, weights.stack(i, j));
    }
    for (int size = 1; size <= TurnerTables.MAX_INTERIOR && i + 5 + size < j; size++) {
      bulge(i, j, i + 1, j - 1 - size, amount);
      bulge(i, j, i + 1 + size, j - 1, amount);
    }
    narrow(i, j, i + 2, j - 2, amount);
    for (int size = 2; size < TurnerTables.MAX_INTERIOR && i + 6 + size < j; size++) {
      narrow(i, j, i + 2, j - 1 - size, amount);
      narrow(i, j, i + 1 + size, j - 2, amount);
    }
    wide(i, j, amount * weights.outerMismatch(i, j));
  }

  private void add(int p, int q, double amount, double weight) {
    byPaired[p * n + q] += amount * weight;
  }

  private void bulge(int i, int j, int p, int q, double amount) {
    if (inside.paired[p * n + q] != 0) {
      add(p, q, amount, weights.bulge(i, j, p, q));
    }
  }

  private void narrow(int i, int j, int p, int q, double amount) {
    if (p < q && inside.paired[p * n + q] != 0) {
      add(p, q, amount, weights.narrow(i, j, p, q));
    }
  }

  private void wide(int i, int j, double amount) {
    int lastLeft = Math.min(TurnerTables.MAX_INTERIOR - 2, j - i - 8);
    for (int left = 2; left <= lastLeft; left++) {
      int p = i + 1 + left;
      int row = p * n;
      int first = Math.max(p + 4, j - 1 - (TurnerTables.MAX_INTERIOR - left));
      for (int q = j - 3; q >= first; q--) {
        byPairedMismatch[row + q] += amount * weights.wide(left, j - 1 - q);
      }
    }
  }
}
