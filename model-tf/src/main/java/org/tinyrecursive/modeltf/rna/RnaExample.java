package org.tinyrecursive.modeltf.rna;

import java.util.List;

/**
 * What the model is told of a target, and what it should find.
 *
 * @param id name of the target
 * @param tokens 1 A, 2 C, 3 G, 4 U, 5 any other
 * @param chain number of each residue's chain
 * @param residue number of each residue in its chain
 * @param profile shares of A, C, G, U and gap for every residue; empty without an alignment
 * @param pairs probable base pairs
 * @param starts structures to begin with; the toy needs none
 * @param label known positions, three numbers a residue, NaN where missing; empty in prediction
 */
@SuppressWarnings("ArrayRecordComponent")
public record RnaExample(
    String id,
    byte[] tokens,
    int[] chain,
    int[] residue,
    float[] profile,
    List<Pair> pairs,
    List<RnaStart> starts,
    float[] label) {
  /** Values of a residue's profile. */
  public static final int PROFILE_CHANNELS = 5;

  public RnaExample {
    pairs = List.copyOf(pairs);
    starts = List.copyOf(starts);
  }

  /** Number of residues. */
  public int length() {
    return tokens.length;
  }

  /**
   * A probable base pair.
   *
   * @param i the earlier residue, from 0
   * @param j the later residue
   * @param probability 0 … 1
   */
  public record Pair(int i, int j, float probability) {}
}
