package org.tinyrecursive.rna.assembly;

import org.tinyrecursive.rna.structure.LeastSquaresFit;
import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * TM-score of two models of the same residues, found from few starts: good enough to tell which
 * models resemble each other, and fast. Stretches of the whole, half and a quarter of the chain are
 * laid on each other; from the best of these, what lies near is laid on its counterpart again. Not
 * safe for use by several threads.
 */
final class QuickTmScore {
  private static final int MOST_PARTS = 4;
  private static final int SHORTEST_PART = 8;

  /** 1 whole, 3 halves, 7 quarters. */
  private static final int MOST_STARTS = 11;

  /** Of the starts, how many are refined. */
  private static final int REFINED = 3;

  private static final int ROUNDS = 6;
  private static final int FEWEST_NEAR = 4;

  private final int n;
  private final double d0;
  private final LeastSquaresFit fit = new LeastSquaresFit();
  private final boolean[] near;
  private final double[][] starts = new double[MOST_STARTS][12];
  private final double[] startScores = new double[MOST_STARTS];
  private final double[] motion = new double[12];
  private final double[] bestMotion = new double[12];
  private double best;

  QuickTmScore(int residues) {
    this.n = residues;
    this.d0 = Math.max(0.3, 0.6 * Math.sqrt(Math.max(0.5, residues - 0.5)) - 2.5);
    this.near = new boolean[residues];
  }

  /** A motion of one model onto another, and the TM-score it gives. */
  record Superposition(double score, RigidMotion motion) {}

  double d0() {
    return d0;
  }

  double score(double[] a, double[] b) {
    search(a, b);
    return best;
  }

  /** Lays a on b. */
  Superposition superpose(double[] a, double[] b) {
    search(a, b);
    return new Superposition(best, new RigidMotion(bestMotion));
  }

  private void search(double[] a, double[] b) {
    int count = findStarts(a, b);
    best = -1;
    for (int refined = 0; refined < Math.min(REFINED, count); refined++) {
      int top = 0;
      for (int start = 1; start < count; start++) {
        top = startScores[start] > startScores[top] ? start : top;
      }
      refine(a, b, starts[top]);
      startScores[top] = -1;
    }
  }

  private int findStarts(double[] a, double[] b) {
    int count = 0;
    for (int parts = 1; parts <= MOST_PARTS; parts *= 2) {
      for (int part = 0; part < 2 * parts - 1; part++) {
        int from = part * n / (2 * parts);
        int to = Math.min(n, from + n / parts);
        if (parts == 1 || to - from >= SHORTEST_PART) {
          fit.clear();
          for (int i = from; i < to; i++) {
            addPair(a, b, i);
          }
          fit.solve(starts[count]);
          startScores[count] = measure(a, b, starts[count]);
          count++;
        }
      }
    }
    return count;
  }

  private void refine(double[] a, double[] b, double[] start) {
    System.arraycopy(start, 0, motion, 0, motion.length);
    double before = -1;
    for (int round = 0; round <= ROUNDS; round++) {
      double score = measure(a, b, motion);
      if (score > best) {
        best = score;
        System.arraycopy(motion, 0, bestMotion, 0, motion.length);
      }
      fit.clear();
      for (int i = 0; i < n; i++) {
        if (near[i]) {
          addPair(a, b, i);
        }
      }
      if (score <= before || fit.count() < FEWEST_NEAR) {
        return;
      }
      before = score;
      fit.solve(motion);
    }
  }

  private void addPair(double[] a, double[] b, int i) {
    int x = 3 * i;
    fit.add(a[x], a[x + 1], a[x + 2], b[x], b[x + 1], b[x + 2]);
  }

  /** The TM-score of a motion; notes which residues it brings near their counterparts. */
  private double measure(double[] a, double[] b, double[] m) {
    double squaredD0 = d0 * d0;
    double limit = (d0 + 1) * (d0 + 1);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = a[3 * i];
      double y = a[3 * i + 1];
      double z = a[3 * i + 2];
      double dx = m[0] * x + m[1] * y + m[2] * z + m[9] - b[3 * i];
      double dy = m[3] * x + m[4] * y + m[5] * z + m[10] - b[3 * i + 1];
      double dz = m[6] * x + m[7] * y + m[8] * z + m[11] - b[3 * i + 2];
      double squared = dx * dx + dy * dy + dz * dz;
      near[i] = squared < limit;
      sum += squaredD0 / (squaredD0 + squared);
    }
    return sum / n;
  }
}
