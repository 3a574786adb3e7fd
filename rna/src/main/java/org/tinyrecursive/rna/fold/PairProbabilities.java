package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Probabilities of base pairs, those of at least 0.001 only, so that thousands of residues fit.
 * Immutable.
 */
public final class PairProbabilities {
  /** Below this a pair is forgotten. */
  static final double LEAST = 1e-3;

  private final int[] begin;
  private final int[] partner;
  private final float[] probability;
  private final double[] unpaired;

  private PairProbabilities(int[] begin, int[] partner, float[] probability, double[] unpaired) {
    this.begin = begin;
    this.partner = partner;
    this.probability = probability;
    this.unpaired = unpaired;
  }

  /** One pair, i before j. */
  record Pair(int i, int j, double probability) {}

  /** Pairs in order of i, then j. */
  static PairProbabilities of(int length, List<Pair> pairs) {
    int[] begin = new int[length + 1];
    double[] unpaired = new double[length];
    Arrays.fill(unpaired, 1);
    for (Pair pair : pairs) {
      begin[pair.i() + 1]++;
      unpaired[pair.i()] -= pair.probability();
      unpaired[pair.j()] -= pair.probability();
    }
    for (int i = 0; i < length; i++) {
      begin[i + 1] += begin[i];
      unpaired[i] = Math.max(0, unpaired[i]);
    }
    int[] partner = new int[pairs.size()];
    float[] probability = new float[pairs.size()];
    for (int k = 0; k < partner.length; k++) {
      partner[k] = pairs.get(k).j();
      probability[k] = (float) pairs.get(k).probability();
    }
    return new PairProbabilities(begin, partner, probability, unpaired);
  }

  static PairProbabilities ofTable(int length, double[] table) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      for (int j = i + 1; j < length; j++) {
        if (table[i * length + j] >= LEAST) {
          pairs.add(new Pair(i, j, table[i * length + j]));
        }
      }
    }
    return of(length, pairs);
  }

  /** Number of residues. */
  public int length() {
    return unpaired.length;
  }

  /** Probability that two residues pair, 0 … 1. */
  public double of(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    for (int k = begin[low]; k < begin[low + 1]; k++) {
      if (partner[k] == high) {
        return probability[k];
      }
    }
    return 0;
  }

  /** Probability that a residue pairs with none, 0 … 1. */
  public double unpaired(int residue) {
    return unpaired[residue];
  }

  /** Takes the pairs one by one. */
  public interface PairSink {
    /** A pair, i before j, and its probability. */
    void accept(int i, int j, double probability);
  }

  /** Goes through all pairs of at least 0.001, in order. */
  public void forEachPair(PairSink sink) {
    for (int i = 0; i < length(); i++) {
      for (int k = begin[i]; k < begin[i + 1]; k++) {
        sink.accept(i, partner[k], probability[k]);
      }
    }
  }

  /** First entry of a residue's later partners. */
  int begin(int residue) {
    return begin[residue];
  }

  int partnerAt(int entry) {
    return partner[entry];
  }

  double probabilityAt(int entry) {
    return probability[entry];
  }
}
