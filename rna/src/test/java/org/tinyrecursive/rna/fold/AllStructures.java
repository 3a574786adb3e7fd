package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.List;

/** Every nested structure of a short sequence, each with its weight, loop by loop. */
final class AllStructures {
  private final LoopWeights weights;
  private final int n;
  private final List<int[]> structures = new ArrayList<>();

  AllStructures(LoopWeights weights) {
    this.weights = weights;
    this.n = weights.length();
    extend(PairTable.unpaired(n).partners(), 0);
  }

  private void extend(int[] partners, int i) {
    if (i == n) {
      structures.add(partners.clone());
      return;
    }
    extend(partners, i + 1);
    if (partners[i] < 0) {
      for (int j = i + 4; j < n; j++) {
        if (partners[j] < 0 && weights.kind(i, j) >= 0 && isNested(partners, i, j)) {
          partners[i] = j;
          partners[j] = i;
          extend(partners, i + 1);
          partners[i] = -1;
          partners[j] = -1;
        }
      }
    }
  }

  private static boolean isNested(int[] partners, int i, int j) {
    for (int k = 0; k < i; k++) {
      if (partners[k] > i && partners[k] < j) {
        return false;
      }
    }
    return true;
  }

  double total() {
    return structures.stream().mapToDouble(this::weight).sum();
  }

  double holding(int i, int j) {
    return structures.stream().filter(s -> s[i] == j).mapToDouble(this::weight).sum();
  }

  private double weight(int[] partners) {
    double weight = 1;
    for (int i = 0; i < n; i++) {
      if (partners[i] < 0 && isOutside(partners, i)) {
        weight *= weights.unpaired(1);
      } else if (partners[i] > i) {
        weight *= isOutside(partners, i) ? weights.outside(i, partners[i]) : 1;
        weight *= weights.pair(i, partners[i]) * loop(partners, i, partners[i]);
      }
    }
    return weight;
  }

  private static boolean isOutside(int[] partners, int i) {
    for (int k = 0; k < i; k++) {
      if (partners[k] > i) {
        return false;
      }
    }
    return true;
  }

  private double loop(int[] partners, int i, int j) {
    List<Integer> branches = new ArrayList<>();
    int alone = 0;
    for (int k = i + 1; k < j; k++) {
      if (partners[k] > k) {
        branches.add(k);
        k = partners[k];
      } else {
        alone++;
      }
    }
    if (branches.isEmpty()) {
      return weights.hairpin(i, j);
    }
    if (branches.size() == 1) {
      return interior(i, j, branches.get(0), partners[branches.get(0)]);
    }
    double weight = weights.closing(i, j) * weights.unpaired(alone);
    for (int branch : branches) {
      weight *= weights.branch(branch, partners[branch]);
    }
    return weight;
  }

  private double interior(int i, int j, int p, int q) {
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
}
