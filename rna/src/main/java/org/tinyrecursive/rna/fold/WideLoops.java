package org.tinyrecursive.rna.fold;

import java.util.Arrays;

/**
 * Interior loops with two unpaired residues or more on both sides, a row of closing pairs at a
 * time. Their factor is one of size times one of asymmetry, and the loops of (i, j) with s unpaired
 * residues are those of (i + 1, j − 1) with s − 2, widened on both sides, and the two with a side
 * of two residues (Lyngsø, Zuker and Pedersen, 1999, Bioinformatics 15, 440). So a pair takes as
 * many steps as there are sizes, not as many as there are loops.
 */
final class WideLoops {
  private static final int SMALLEST = 4;
  private static final int LARGEST = TurnerTables.MAX_INTERIOR;

  /** Residues from the outer 5′ residue to the outer 3′ residue, at least, besides the loop's. */
  private static final int SPAN = 6;

  private final LoopWeights weights;
  private final int n;
  private final double[] sums;

  /** By size and outer 3′ residue, of the row at hand and of the one before. */
  private double[][] row;

  private double[][] rowBefore;

  WideLoops(LoopWeights weights) {
    this.weights = weights;
    this.n = weights.length();
    this.sums = new double[n];
    this.row = new double[LARGEST + 1][n];
    this.rowBefore = new double[LARGEST + 1][n];
  }

  /**
   * What is within the loops that (i, j) closes, for all j, without the outer pair's mismatch. Goes
   * from the last row to the first.
   *
   * @param inner [p n + q]: the inner pair and what is within, with its mismatch
   * @return by j; the same array every time
   */
  double[] within(int i, double[] inner) {
    Arrays.fill(sums, 0);
    swap();
    for (int size = SMALLEST; size <= LARGEST && i + size + SPAN < n; size++) {
      double[] here = row[size];
      double[] narrower = rowBefore[size - 2];
      double asymmetry = weights.asymmetry(size - 4);
      double factor = weights.wideSize(size);
      int left = (i + 3) * n + 1 - size;
      int right = size == SMALLEST ? -1 : (i + size - 1) * n - 3;
      for (int j = i + size + SPAN; j < n; j++) {
        here[j] = narrower[j - 1] + asymmetry * inner[left + j];
      }
      for (int j = i + size + SPAN; j < n && right >= 0; j++) {
        here[j] += asymmetry * inner[right + j];
      }
      for (int j = i + size + SPAN; j < n; j++) {
        sums[j] += factor * here[j];
      }
    }
    return sums;
  }

  /**
   * The same backwards: adds to the derivative by every inner pair, given that by the sums of (i,
   * j), for all j. Goes from the first row to the last.
   */
  void spread(int i, double[] bySums, double[] byInner) {
    swap();
    for (int size = SMALLEST; size <= LARGEST && i + size + SPAN < n; size++) {
      double[] here = row[size];
      double asymmetry = weights.asymmetry(size - 4);
      double factor = weights.wideSize(size);
      int left = (i + 3) * n + 1 - size;
      int right = size == SMALLEST ? -1 : (i + size - 1) * n - 3;
      for (int j = i + size + SPAN; j < n; j++) {
        here[j] = factor * bySums[j];
      }
      if (i > 0 && size + 2 <= LARGEST) {
        double[] wider = rowBefore[size + 2];
        for (int j = i + size + SPAN; j < n - 1; j++) {
          here[j] += wider[j + 1];
        }
      }
      for (int j = i + size + SPAN; j < n; j++) {
        byInner[left + j] += asymmetry * here[j];
      }
      for (int j = i + size + SPAN; j < n && right >= 0; j++) {
        byInner[right + j] += asymmetry * here[j];
      }
    }
  }

  private void swap() {
    double[][] swap = rowBefore;
    rowBefore = row;
    row = swap;
  }
}
