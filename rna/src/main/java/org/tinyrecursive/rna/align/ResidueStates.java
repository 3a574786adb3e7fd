package org.tinyrecursive.rna.align;

import org.tinyrecursive.rna.fold.PairProbabilities;
import org.tinyrecursive.rna.fold.PairTable;

/**
 * Of every residue the probability that it pairs with a later one, with an earlier one, or with
 * none.
 */
public final class ResidueStates {
  private final float[] opening;
  private final float[] closing;

  private ResidueStates(int length) {
    this.opening = new float[length];
    this.closing = new float[length];
  }

  /** Certain states, from a known structure. */
  public static ResidueStates of(PairTable pairs) {
    ResidueStates states = new ResidueStates(pairs.length());
    for (int i = 0; i < pairs.length(); i++) {
      if (pairs.partner(i) > i) {
        states.opening[i] = 1;
      } else if (pairs.isPaired(i)) {
        states.closing[i] = 1;
      }
    }
    return states;
  }

  /** Predicted states. */
  public static ResidueStates of(PairProbabilities probabilities) {
    ResidueStates states = new ResidueStates(probabilities.length());
    probabilities.forEachPair(
        (i, j, probability) -> {
          states.opening[i] += (float) probability;
          states.closing[j] += (float) probability;
        });
    return states;
  }

  /** Number of residues. */
  public int length() {
    return opening.length;
  }

  /** Probability that a residue here and one there are in the same state, 0 … 1. */
  double agreement(int here, ResidueStates other, int there) {
    float open = opening[here];
    float close = closing[here];
    float otherOpen = other.opening[there];
    float otherClose = other.closing[there];
    return open * otherOpen
        + close * otherClose
        + Math.max(0, 1 - open - close) * Math.max(0, 1 - otherOpen - otherClose);
  }
}
