package org.tinyrecursive.rna.fold;

import java.util.Arrays;

/**
 * Partition functions of all intervals (McCaskill, 1990, Biopolymers 29, 1105), interior loops up
 * to 30 unpaired residues. O(n³) time, four tables of n² doubles. A branch spans five residues or
 * more, so that four successive cuts of a multiloop are known at once: the cubic loop adds four
 * rows at a time to the row it fills, all in order of memory.
 */
final class Inside {
  final LoopWeights weights;
  final int n;

  /** [i n + j]: i pairs with j. */
  final double[] paired;

  /** The same times the factor of an inner mismatch. */
  final double[] pairedMismatch;

  /** [i n + j]: one branch or more of a multiloop. */
  final double[] multi;

  /** [i n + j]: exactly one branch, which begins at i and ends at or before j. */
  final double[] multiEnd;

  /** [j]: residues before j. */
  final double[] prefix;

  private Inside(LoopWeights weights) {
    this.weights = weights;
    this.n = weights.length();
    this.paired = new double[n * n];
    this.pairedMismatch = new double[n * n];
    this.multi = new double[n * n];
    this.multiEnd = new double[n * n];
    this.prefix = new double[n + 1];
  }

  static Inside of(LoopWeights weights) {
    Inside inside = new Inside(weights);
    inside.fill();
    inside.fillPrefix();
    return inside;
  }

  /** The whole sequence. */
  double total() {
    return prefix[n];
  }

  private void fill() {
    double[] left = new double[n];
    double[] two = new double[n + 1];
    double[] twoBefore = new double[n + 1];
    WideLoops wide = new WideLoops(weights);
    for (int i = n - 5; i >= 0; i--) {
      fillPairs(i, wide.within(i, pairedMismatch), twoBefore);
      fillMulti(i, two, left);
      double[] swap = twoBefore;
      twoBefore = two;
      two = swap;
    }
  }

  /**
   * Pairs of residue i and branches that begin there.
   *
   * @param wide what is within the wide interior loops of (i, j), by j
   * @param twoBefore two branches or more from i + 1 on, by the last residue
   */
  private void fillPairs(int i, double[] wide, double[] twoBefore) {
    double unpaired = weights.unpaired(1);
    double end = 0;
    for (int j = i + 4; j < n; j++) {
      double branch = 0;
      if (weights.kind(i, j) >= 0) {
        double value =
            weights.pair(i, j)
                * (weights.hairpin(i, j)
                    + interiorLoops(i, j)
                    + weights.outerMismatch(i, j) * wide[j]
                    + weights.closing(i, j) * twoBefore[j - 1]);
        branch = value * weights.branch(i, j);
        paired[i * n + j] = value;
        if (i > 0 && j < n - 1) {
          pairedMismatch[i * n + j] = value * weights.innerMismatch(i, j);
        }
      }
      end = end * unpaired + branch;
      multiEnd[i * n + j] = end;
    }
  }

  /**
   * Multiloops from i on.
   *
   * @param two is filled: two branches or more, by the last residue
   * @param left exactly one branch, after unpaired residues from i + 1 on; goes on to i
   */
  private void fillMulti(int i, double[] two, double[] left) {
    double unpaired = weights.unpaired(1);
    Arrays.fill(two, i, n, 0);
    for (int j = i + 4; j < n; j++) {
      left[j] = multiEnd[i * n + j] + unpaired * left[j];
    }
    int row = i * n;
    int k = i + 5;
    for (; k + 4 < n; k += 4) {
      for (int j = k - 1; j < k + 3; j++) {
        multi[row + j] = two[j] + left[j];
      }
      addRows(two, k, row + k - 1);
    }
    for (int j = k - 1; j < n; j++) {
      multi[row + j] = two[j] + left[j];
    }
  }

  /** Multiloops whose last branch begins at k … k + 3; {@code cell}: what is before k. */
  private void addRows(double[] two, int k, int cell) {
    double m0 = multi[cell];
    double m1 = multi[cell + 1];
    double m2 = multi[cell + 2];
    double m3 = multi[cell + 3];
    int r0 = k * n;
    int r1 = r0 + n;
    int r2 = r1 + n;
    int r3 = r2 + n;
    double[] end = multiEnd;
    for (int j = k + 4; j < n; j++) {
      two[j] += m0 * end[r0 + j] + m1 * end[r1 + j] + m2 * end[r2 + j] + m3 * end[r3 + j];
    }
  }

  private double interiorLoops(int i, int j) {
    double sum = weighted(i, j, i + 1, j - 1, 0);
    for (int size = 1; size <= TurnerTables.MAX_INTERIOR && i + 5 + size < j; size++) {
      sum += weighted(i, j, i + 1, j - 1 - size, size);
      sum += weighted(i, j, i + 1 + size, j - 1, size);
    }
    return sum + narrowLoops(i, j);
  }

  private double narrowLoops(int i, int j) {
    double sum = narrow(i, j, i + 2, j - 2);
    for (int size = 2; size < TurnerTables.MAX_INTERIOR && i + 6 + size < j; size++) {
      sum += narrow(i, j, i + 2, j - 1 - size);
      sum += narrow(i, j, i + 1 + size, j - 2);
    }
    return sum;
  }

  private double weighted(int i, int j, int p, int q, int size) {
    double inner = p < q ? paired[p * n + q] : 0;
    if (inner == 0) {
      return 0;
    }
    return inner * (size == 0 ? weights.stack(i, j) : weights.bulge(i, j, p, q));
  }

  private double narrow(int i, int j, int p, int q) {
    double inner = p < q ? paired[p * n + q] : 0;
    return inner == 0 ? 0 : inner * weights.narrow(i, j, p, q);
  }

  private void fillPrefix() {
    double unpaired = weights.unpaired(1);
    prefix[0] = 1;
    for (int j = 0; j < n; j++) {
      double sum = prefix[j] * unpaired;
      for (int i = 0; i <= j - 4; i++) {
        double pair = paired[i * n + j];
        if (pair != 0) {
          sum += prefix[i] * pair * weights.outside(i, j);
        }
      }
      prefix[j + 1] = sum;
    }
  }
}
