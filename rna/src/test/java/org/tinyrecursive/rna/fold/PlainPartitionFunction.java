package org.tinyrecursive.rna.fold;

/** The partition function loop by loop, as its definition reads, with one pair forbidden. */
final class PlainPartitionFunction {
  private final LoopWeights weights;
  private final int n;
  private final int forbiddenFrom;
  private final int forbiddenTo;
  private final double[][] paired;

  /** By first and last residue: any number of branches (row 0), at least one, at least two. */
  private final double[][][] branches;

  /**
   * @param forbiddenFrom first residue of the pair that may not be; −1: all may
   */
  PlainPartitionFunction(LoopWeights weights, int forbiddenFrom, int forbiddenTo) {
    this.weights = weights;
    this.n = weights.length();
    this.forbiddenFrom = forbiddenFrom;
    this.forbiddenTo = forbiddenTo;
    this.paired = new double[n][n];
    this.branches = new double[3][n + 1][n + 1];
    for (int i = n; i >= 0; i--) {
      for (int j = i; j <= n; j++) {
        fill(i, j);
      }
    }
  }

  /** Interval of residues i … j − 1. */
  private void fill(int i, int j) {
    if (j > i) {
      paired[i][j - 1] = pair(i, j - 1);
    }
    branches[0][i][j] = weights.unpaired(j - i);
    for (int first = i; first < j; first++) {
      for (int last = first + 4; last < j; last++) {
        if (paired[first][last] > 0) {
          double branch =
              weights.unpaired(first - i) * paired[first][last] * weights.branch(first, last);
          double after = branches[0][last + 1][j];
          branches[0][i][j] += branch * after;
          branches[1][i][j] += branch * after;
          branches[2][i][j] += branch * branches[1][last + 1][j];
        }
      }
    }
  }

  private double pair(int i, int j) {
    if (weights.kind(i, j) < 0 || (i == forbiddenFrom && j == forbiddenTo)) {
      return 0;
    }
    double sum = weights.hairpin(i, j) + weights.closing(i, j) * branches[2][i + 1][j];
    for (int p = i + 1; p < j; p++) {
      for (int q = p + 4; q < j; q++) {
        if (p - i - 1 + j - q - 1 <= TurnerTables.MAX_INTERIOR && paired[p][q] > 0) {
          sum += paired[p][q] * loop(i, j, p, q);
        }
      }
    }
    return weights.pair(i, j) * sum;
  }

  private double loop(int i, int j, int p, int q) {
    int left = p - i - 1;
    int right = j - q - 1;
    if (left + right == 0) {
      return weights.stack(i, j);
    }
    if (left == 0 || right == 0) {
      return weights.bulge(i, j, p, q);
    }
    if (left == 1 || right == 1) {
      return weights.narrow(i, j, p, q);
    }
    return weights.wide(left, right) * weights.outerMismatch(i, j) * weights.innerMismatch(p, q);
  }

  double total() {
    double[] prefix = new double[n + 1];
    prefix[0] = 1;
    for (int j = 0; j < n; j++) {
      prefix[j + 1] = prefix[j] * weights.unpaired(1);
      for (int i = 0; i <= j - 4; i++) {
        if (paired[i][j] > 0) {
          prefix[j + 1] += prefix[i] * paired[i][j] * weights.outside(i, j);
        }
      }
    }
    return prefix[n];
  }
}
