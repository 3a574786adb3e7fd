package org.tinyrecursive.rna.fold;

/**
 * Probabilities of all pairs: the derivative of the partition function by every entry of the inside
 * tables, found by running their recursion backwards. Its two cubic loops take four columns and
 * four rows at a time, as {@link Inside} does and for the same reason.
 */
final class Outside {
  private static final int BLOCK = 4;
  private static final int TILE = 32;

  private final Inside inside;
  private final LoopWeights weights;
  private final int n;
  private final double[] byPaired;
  private final double[] byPairedMismatch;
  private final double[] byMulti;
  private final double[] byMultiEnd;

  /** [j n + i]: the inside table {@code multiEnd}, transposed. */
  private final double[] endByLast;

  /** Derivative by "two branches or more" of the last four rows, by row modulo 4 and column. */
  private final double[][] byTwoOrMore;

  /** Derivative by what is within the wide interior loops of a row's pairs. */
  private final double[] byWide;

  private Outside(Inside inside) {
    this.inside = inside;
    this.weights = inside.weights;
    this.n = inside.n;
    this.byPaired = new double[n * n];
    this.byPairedMismatch = new double[n * n];
    this.byMulti = new double[n * n];
    this.byMultiEnd = new double[n * n];
    this.endByLast = transposed(inside.multiEnd, n);
    this.byTwoOrMore = new double[BLOCK][n];
    this.byWide = new double[n];
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

  private static double[] transposed(double[] table, int n) {
    double[] transposed = new double[n * n];
    for (int top = 0; top < n; top += TILE) {
      for (int left = 0; left < n; left += TILE) {
        for (int i = top; i < Math.min(n, top + TILE); i++) {
          for (int j = left; j < Math.min(n, left + TILE); j++) {
            transposed[j * n + i] = table[i * n + j];
          }
        }
      }
    }
    return transposed;
  }

  private void fill() {
    double unpaired = weights.unpaired(1);
    double[] byLeft = new double[n];
    double[] byTwo = new double[n];
    double[] byTwoNext = new double[n];
    WideLoops wide = new WideLoops(weights);
    for (int i = 0; i <= n - 5; i++) {
      double[] amounts = byTwoOrMore[i % BLOCK];
      double byEnd = 0;
      for (int j = n - 1; j >= i + 4; j--) {
        double byMultiHere = byMulti[i * n + j];
        byLeft[j] = byMultiHere + unpaired * byLeft[j];
        amounts[j] = byTwo[j] + byMultiHere;
        byEnd = byMultiEnd[i * n + j] + byLeft[j] + unpaired * byEnd;
        byTwoNext[j - 1] = 0;
        byWide[j] = 0;
        if (inside.paired[i * n + j] != 0) {
          double byLoop = finishPair(i, j, byEnd);
          byTwoNext[j - 1] = byLoop * weights.closing(i, j);
        }
        if ((n - j) % BLOCK == 0) {
          spreadBefore(amounts, i, j);
        }
      }
      wide.spread(i, byWide, byPairedMismatch);
      if (i % BLOCK == BLOCK - 1) {
        spreadLast(i - BLOCK + 1);
      }
      double[] swap = byTwo;
      byTwo = byTwoNext;
      byTwoNext = swap;
      byTwo[n - 1] = 0;
    }
  }

  /** From multiloops of i … j to j + 3, on what lies before their last branch. */
  private void spreadBefore(double[] amounts, int i, int j) {
    double a0 = amounts[j];
    double a1 = amounts[j + 1];
    double a2 = amounts[j + 2];
    double a3 = amounts[j + 3];
    int r0 = j * n;
    int r1 = r0 + n;
    int r2 = r1 + n;
    int r3 = r2 + n;
    int row = i * n - 1;
    double[] end = endByLast;
    double[] target = byMulti;
    for (int k = i + 5; k < j; k++) {
      target[row + k] += a0 * end[r0 + k] + a1 * end[r1 + k] + a2 * end[r2 + k] + a3 * end[r3 + k];
    }
  }

  /** From multiloops that begin at i … i + 3, on their last branch. */
  private void spreadLast(int i) {
    double[] a0 = byTwoOrMore[0];
    double[] a1 = byTwoOrMore[1];
    double[] a2 = byTwoOrMore[2];
    double[] a3 = byTwoOrMore[3];
    double[] target = byMultiEnd;
    for (int k = i + 5; k + 4 < n; k++) {
      double m0 = inside.multi[i * n + k - 1];
      double m1 = inside.multi[(i + 1) * n + k - 1];
      double m2 = inside.multi[(i + 2) * n + k - 1];
      double m3 = inside.multi[(i + 3) * n + k - 1];
      int row = k * n;
      for (int j = k + 4; j < n; j++) {
        target[row + j] += m0 * a0[j] + m1 * a1[j] + m2 * a2[j] + m3 * a3[j];
      }
    }
  }

  /** Returns the derivative by what the pair closes. */
  private double finishPair(int i, int j, double byEnd) {
    double amount = byPaired[i * n + j] + byEnd * weights.branch(i, j);
    if (i > 0 && j < n - 1 && byPairedMismatch[i * n + j] != 0) {
      amount += byPairedMismatch[i * n + j] * weights.innerMismatch(i, j);
    }
    byPaired[i * n + j] = amount;
    double byLoop = amount * weights.pair(i, j);
    if (byLoop != 0) {
      spreadInterior(i, j, byLoop);
    }
    return byLoop;
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
    byWide[j] = amount * weights.outerMismatch(i, j);
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
}
