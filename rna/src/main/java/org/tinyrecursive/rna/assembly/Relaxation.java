package org.tinyrecursive.rna.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.rna.fold.PairTable;

/**
 * Mends what fitting fragments together leaves: breaks of the chain, clashes, pairs too far apart.
 * Positions are projected on one distance after the other (Müller et al., 2007, "Position based
 * dynamics"): successive C1′ within 4.9 … 6.9 Å, pairs at 10.64 Å, others no nearer than 5 Å, and
 * everything close along the chain or across a helix as far apart as it was.
 */
final class Relaxation {
  private static final double SHORTEST_STEP = 4.9;
  private static final double LONGEST_STEP = 6.9;
  private static final double NEAREST = 5.0;
  private static final double PAIRED = 10.64;
  private static final double REACH = 8;
  private static final double KEEP_STIFFNESS = 0.3;
  private static final int ROUNDS = 60;
  private static final int ROUNDS_PER_SEARCH = 10;

  private final double[] xyz;
  private final int n;
  private final boolean[] breaks;
  private final int[] order;
  private final List<int[]> kept = new ArrayList<>();
  private final List<Double> keptDistance = new ArrayList<>();
  private final List<int[]> near = new ArrayList<>();

  private Relaxation(double[] xyz, boolean[] breaks) {
    this.xyz = xyz;
    this.n = xyz.length / 3;
    this.breaks = breaks;
    this.order = IntStream.range(0, n).toArray();
  }

  /**
   * Moves the positions in place.
   *
   * @param breaks whether a chain ends before residue i
   */
  static void relax(double[] xyz, PairTable pairs, boolean[] breaks) {
    Relaxation relaxation = new Relaxation(xyz, breaks);
    relaxation.keepShapes(pairs);
    for (int round = 0; round < ROUNDS; round++) {
      if (round % ROUNDS_PER_SEARCH == 0) {
        relaxation.searchNear();
      }
      relaxation.project();
    }
  }

  private void keepShapes(PairTable pairs) {
    for (int i = 0; i < n; i++) {
      for (int apart = 2; apart <= 4 && i + apart < n; apart++) {
        if (isWhole(i, i + apart)) {
          keep(i, i + apart, Points.distance(xyz, i, i + apart));
        }
      }
      int j = pairs.partner(i);
      if (j > i) {
        keep(i, j, PAIRED);
        keepAcross(i, j - 1);
        keepAcross(i, j + 1);
        keepAcross(i + 1, j + 1);
        keepAcross(i, j + 2);
      }
    }
  }

  private void keepAcross(int i, int j) {
    if (i < n && j < n && j > i && Points.squared(xyz, i, xyz, j) < 400) {
      keep(i, j, Points.distance(xyz, i, j));
    }
  }

  /** Whether the chain runs on from one residue to the other without a break. */
  private boolean isWhole(int from, int to) {
    for (int i = from; i < to; i++) {
      double step = Points.squared(xyz, i, xyz, i + 1);
      if (breaks[i + 1] || step > 81 || step < 16) {
        return false;
      }
    }
    return true;
  }

  private void keep(int i, int j, double distance) {
    kept.add(new int[] {i, j});
    keptDistance.add(distance);
  }

  private void project() {
    for (int i = 0; i + 1 < n; i++) {
      if (!breaks[i + 1]) {
        double distance = Points.distance(xyz, i, i + 1);
        pull(i, i + 1, distance, clamp(distance, SHORTEST_STEP, LONGEST_STEP), 1);
      }
    }
    for (int k = 0; k < kept.size(); k++) {
      int[] pair = kept.get(k);
      double distance = Points.distance(xyz, pair[0], pair[1]);
      pull(pair[0], pair[1], distance, keptDistance.get(k), KEEP_STIFFNESS);
    }
    for (int[] pair : near) {
      double distance = Points.distance(xyz, pair[0], pair[1]);
      pull(pair[0], pair[1], distance, Math.max(distance, NEAREST), 1);
    }
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private void pull(int i, int j, double distance, double wanted, double stiffness) {
    if (distance == wanted) {
      return;
    }
    double share = distance < 1e-6 ? 0 : stiffness * 0.5 * (distance - wanted) / distance;
    for (int a = 0; a < 3; a++) {
      double shift = distance < 1e-6 ? (a + 1) * 0.5 : (xyz[3 * j + a] - xyz[3 * i + a]) * share;
      xyz[3 * i + a] += shift;
      xyz[3 * j + a] -= shift;
    }
  }

  /** Finds what is within reach by a sweep along x, whose order hardly changes between searches. */
  private void searchNear() {
    near.clear();
    sortByX();
    for (int a = 0; a < n; a++) {
      int i = order[a];
      double limit = xyz[3 * i] + REACH;
      for (int b = a + 1; b < n && xyz[3 * order[b]] < limit; b++) {
        int j = order[b];
        if (Math.abs(i - j) > 1 && Points.squared(xyz, i, xyz, j) < REACH * REACH) {
          near.add(new int[] {i, j});
        }
      }
    }
  }

  private void sortByX() {
    for (int a = 1; a < n; a++) {
      int i = order[a];
      int b = a - 1;
      while (b >= 0 && xyz[3 * order[b]] > xyz[3 * i]) {
        order[b + 1] = order[b];
        b--;
      }
      order[b + 1] = i;
    }
  }
}
