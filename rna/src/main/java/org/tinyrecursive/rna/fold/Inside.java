package org.tinyrecursive.rna.fold;

/**
 * Partition functions of all intervals (McCaskill, 1990, Biopolymers 29, 1105), interior loops up
 * to 30 unpaired residues. O(n³) time, four tables of n² doubles. {@code multiEnd} is transposed,
 * so that the cubic loop reads both of its tables in order.
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

  /** [j n + i]: exactly one branch, which begins at i. */
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
    double unpaired = weights.unpaired(1);
    double[] left = new double[n];
    double[] two = new double[n + 1];
    double[] twoBefore = new double[n + 1];
    for (int i = n - 5; i >= 0; i--) {
      for (int j = i + 4; j < n; j++) {
        double value = 0;
        double branch = 0;
        if (weights.kind(i, j) >= 0) {
          value =
              weights.hairpin(i, j)
                  + interiorLoops(i, j)
                  + weights.closing(i, j) * twoBefore[j - 1];
          branch = value * weights.branch(i, j);
          if (i > 0 && j < n - 1) {
            pairedMismatch[i * n + j] = value * weights.innerMismatch(i, j);
          }
        }
        paired[i * n + j] = value;
        multiEnd[j * n + i] = multiEnd[(j - 1) * n + i] * unpaired + branch;
        left[j] = multiEnd[j * n + i] + unpaired * left[j];
        two[j] = dot(i * n - 1, j * n, i + 5, j);
        multi[i * n + j] = two[j] + left[j];
      }
      double[] swap = twoBefore;
      twoBefore = two;
      two = swap;
    }
  }

  /** Sum over k of multi[a + k] × multiEnd[b + k], with four sums so that they run side by side. */
  private double dot(int a, int b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = from;
    for (; k + 3 <= to; k += 4) {
      s0 += multi[a + k] * multiEnd[b + k];
      s1 += multi[a + k + 1] * multiEnd[b + k + 1];
      s2 += multi[a + k + 2] * multiEnd[b + k + 2];
      s3 += multi[a + k + 3] * multiEnd[b + k + 3];
    }
    for (; k <= to; k++) {
      s0 += multi[a + k] * multiEnd[b + k];
    }
    return s0 + s1 + s2 + s3;
  }

  private double interiorLoops(int i, int j) {
    double sum = weighted(i, j, i + 1, j - 1, 0);
    for (int size = 1; size <= TurnerTables.MAX_INTERIOR && i + 5 + size < j; size++) {
      sum += weighted(i, j, i + 1, j - 1 - size, size);
      sum += weighted(i, j, i + 1 + size, j - 1, size);
    }
    sum += narrowLoops(i, j);
    return sum + weights.outerMismatch(i, j) * wideLoops(i, j);
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

  private double wideLoops(int i, int j) {
    double sum = 0;
    int lastLeft = Math.min(TurnerTables.MAX_INTERIOR - 2, j - i - 8);
    for (int left = 2; left <= lastLeft; left++) {
      int p = i + 1 + left;
      int row = p * n;
      int first = Math.max(p + 4, j - 1 - (TurnerTables.MAX_INTERIOR - left));
      for (int q = j - 3; q >= first; q--) {
        sum += weights.wide(left, j - 1 - q) * pairedMismatch[row + q];
      }
    }
    return sum;
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
