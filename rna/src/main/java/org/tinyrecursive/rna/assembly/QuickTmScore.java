package org.tinyrecursive.rna.assembly;

import java.util.Arrays;
import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * TM-score of two models of the same residues, found from few starts: good enough to tell which
 * models resemble each other, and fast.
 */
final class QuickTmScore {
  private static final int ROUNDS = 6;

  private final int n;
  private final double d0;

  QuickTmScore(int residues) {
    this.n = residues;
    this.d0 = Math.max(0.3, 0.6 * Math.sqrt(Math.max(0.5, residues - 0.5)) - 2.5);
  }

  /** A motion of one model onto another, and the TM-score it gives. */
  record Superposition(double score, RigidMotion motion) {
    private Superposition better(Superposition other) {
      return other.score > score ? other : this;
    }
  }

  double d0() {
    return d0;
  }

  double score(double[] a, double[] b) {
    return superpose(a, b).score();
  }

  /** Lays a on b. */
  Superposition superpose(double[] a, double[] b) {
    Superposition best = new Superposition(0, RigidMotion.identity());
    for (int parts = 1; parts <= 4 && n / parts >= 8; parts *= 2) {
      for (int part = 0; part < 2 * parts - 1; part++) {
        int from = part * n / (2 * parts);
        best = best.better(refine(a, b, from, Math.min(n, from + n / parts)));
      }
    }
    return best.score() == 0 ? refine(a, b, 0, n) : best;
  }

  private Superposition refine(double[] a, double[] b, int from, int to) {
    int[] chosen = new int[to - from];
    for (int i = from; i < to; i++) {
      chosen[i - from] = i;
    }
    Superposition best = new Superposition(0, RigidMotion.identity());
    double[] moved = new double[a.length];
    for (int round = 0; round < ROUNDS; round++) {
      RigidMotion motion = RigidMotion.fit(Points.pick(a, chosen), Points.pick(b, chosen));
      double sum = 0;
      int close = 0;
      double limit = (d0 + 1) * (d0 + 1);
      int[] next = new int[n];
      for (int i = 0; i < n; i++) {
        motion.move(a, i, moved, i);
        double squared = Points.squared(moved, i, b, i);
        sum += 1 / (1 + squared / (d0 * d0));
        if (squared < limit) {
          next[close++] = i;
        }
      }
      Superposition found = new Superposition(sum / n, motion);
      boolean improved = found.score() > best.score();
      best = best.better(found);
      if (close < 4 || !improved) {
        break;
      }
      chosen = Arrays.copyOf(next, close);
    }
    return best;
  }
}
