package org.tinyrecursive.rna.fold;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws structures in proportion to their Boltzmann weight (Ding and Lawrence, 2003, Nucleic Acids
 * Res. 31, 7280), by walking the inside tables from the whole to its parts.
 */
final class StructureSampler {
  private static final double ROUNDING = 1 - 1e-9;

  private final Inside inside;
  private final LoopWeights weights;
  private final int n;
  private final StableRandom random;
  private int[] partners;
  private Deque<int[]> pairs;
  private double left;

  StructureSampler(Inside inside, StableRandom random) {
    this.inside = inside;
    this.weights = inside.weights;
    this.n = inside.n;
    this.random = random;
  }

  PairTable draw() {
    partners = PairTable.unpaired(n).partners();
    pairs = new ArrayDeque<>();
    drawOutside();
    while (!pairs.isEmpty()) {
      int[] pair = pairs.pop();
      partners[pair[0]] = pair[1];
      partners[pair[1]] = pair[0];
      drawInside(pair[0], pair[1]);
    }
    return PairTable.of(partners);
  }

  /** Sets out to choose among parts whose weights add up to {@code total}. */
  private void begin(double total) {
    left = random.nextDouble() * total * ROUNDING;
  }

  /** Whether the part of this weight is the one. */
  private boolean take(double weight) {
    left -= weight;
    return left < 0;
  }

  private void drawOutside() {
    int j = n - 1;
    while (j >= 4) {
      begin(inside.prefix[j + 1]);
      int next = j - 1;
      if (!take(inside.prefix[j] * weights.unpaired(1))) {
        for (int i = 0; i <= j - 4; i++) {
          double pair = inside.paired[i * n + j];
          if (pair != 0 && take(inside.prefix[i] * pair * weights.outside(i, j))) {
            pairs.push(new int[] {i, j});
            next = i - 1;
            break;
          }
        }
      }
      j = next;
    }
  }

  private void drawInside(int i, int j) {
    begin(inside.paired[i * n + j] / weights.pair(i, j));
    if (take(weights.hairpin(i, j)) || drawInterior(i, j)) {
      return;
    }
    drawBranches(i + 1, j - 1);
  }

  private boolean drawInterior(int i, int j) {
    int lastLeft = Math.min(TurnerTables.MAX_INTERIOR, j - i - 6);
    for (int sizeLeft = 0; sizeLeft <= lastLeft; sizeLeft++) {
      int p = i + 1 + sizeLeft;
      int first = Math.max(p + 4, j - 1 - (TurnerTables.MAX_INTERIOR - sizeLeft));
      for (int q = j - 1; q >= first; q--) {
        if (inside.paired[p * n + q] != 0 && take(interior(i, j, p, q))) {
          pairs.push(new int[] {p, q});
          return true;
        }
      }
    }
    return false;
  }

  private double interior(int i, int j, int p, int q) {
    int sizeLeft = p - i - 1;
    int sizeRight = j - q - 1;
    double inner = inside.paired[p * n + q];
    if (sizeLeft + sizeRight == 0) {
      return inner * weights.stack(i, j);
    }
    if (sizeLeft == 0 || sizeRight == 0) {
      return inner * weights.bulge(i, j, p, q);
    }
    if (sizeLeft == 1 || sizeRight == 1) {
      return inner * weights.narrow(i, j, p, q);
    }
    return inside.pairedMismatch[p * n + q]
        * weights.outerMismatch(i, j)
        * weights.wide(sizeLeft, sizeRight);
  }

  /** Two branches or more within i … j: cuts off the last, then goes on with what is before it. */
  private void drawBranches(int i, int j) {
    int end = j;
    double total = 0;
    for (int k = i + 5; k <= end; k++) {
      total += inside.multi[i * n + k - 1] * inside.multiEnd[k * n + end];
    }
    begin(total);
    boolean more = true;
    while (more) {
      int start = end;
      more = false;
      for (int k = i; k <= end - 4; k++) {
        double last = inside.multiEnd[k * n + end];
        boolean mayPrecede = k >= i + 5;
        if (mayPrecede && take(inside.multi[i * n + k - 1] * last)) {
          start = k;
          more = true;
          break;
        }
        if (end != j && take(weights.unpaired(k - i) * last)) {
          start = k;
          break;
        }
      }
      drawEnd(start, end);
      end = start - 1;
      if (more) {
        begin(inside.multi[i * n + end]);
      }
    }
  }

  /** One branch that begins at i and ends at or before j. */
  private void drawEnd(int i, int j) {
    begin(inside.multiEnd[i * n + j]);
    for (int end = j; end >= i + 4; end--) {
      double pair = inside.paired[i * n + end];
      if (pair != 0 && take(pair * weights.branch(i, end) * weights.unpaired(j - end))) {
        pairs.push(new int[] {i, end});
        return;
      }
    }
  }
}
