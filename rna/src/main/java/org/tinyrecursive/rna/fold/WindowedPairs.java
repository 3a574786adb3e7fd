package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the foldings of overlapping windows together. */
final class WindowedPairs {
  private final int n;
  private final Map<Long, Double> sums = new TreeMap<>();
  private final List<int[]> samples = new ArrayList<>();

  WindowedPairs(int n, int sampleCount) {
    this.n = n;
    for (int k = 0; k < sampleCount; k++) {
      samples.add(PairTable.unpaired(n).partners());
    }
  }

  /**
   * Adds a window.
   *
   * @param from its first residue
   * @param coreFrom of a sampled structure those pairs are taken whose middle lies here or after
   * @param coreTo and before this; a pair that crosses one taken earlier is left out
   */
  void add(int from, int coreFrom, int coreTo, FoldedEnsemble part) {
    part.probabilities()
        .forEachPair(
            (i, j, probability) ->
                sums.merge((long) (i + from) * n + j + from, probability, Double::sum));
    for (int k = 0; k < samples.size(); k++) {
      int[] partners = samples.get(k);
      PairTable drawn = part.samples().get(k);
      for (int i = 0; i < drawn.length(); i++) {
        int j = drawn.partner(i);
        int middle = from + (i + j) / 2;
        if (j > i && middle >= coreFrom && middle < coreTo && fits(partners, i + from, j + from)) {
          partners[i + from] = j + from;
          partners[j + from] = i + from;
        }
      }
    }
  }

  private static boolean fits(int[] partners, int i, int j) {
    if (partners[i] >= 0 || partners[j] >= 0) {
      return false;
    }
    for (int k = i + 1; k < j; k++) {
      if (partners[k] >= 0 && (partners[k] < i || partners[k] > j)) {
        return false;
      }
    }
    return true;
  }

  PairProbabilities probabilities(int[] starts, int window) {
    List<PairProbabilities.Pair> pairs = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          int i = (int) (key / n);
          int j = (int) (key % n);
          double mean = sum / holding(starts, window, i, j);
          if (mean >= PairProbabilities.LEAST) {
            pairs.add(new PairProbabilities.Pair(i, j, mean));
          }
        });
    return PairProbabilities.of(n, pairs);
  }

  private static int holding(int[] starts, int window, int i, int j) {
    int count = 0;
    for (int start : starts) {
      if (start <= i && j < start + window) {
        count++;
      }
    }
    return count;
  }

  List<PairTable> samples() {
    return samples.stream().map(PairTable::of).toList();
  }
}
