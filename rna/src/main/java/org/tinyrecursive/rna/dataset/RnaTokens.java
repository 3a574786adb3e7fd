package org.tinyrecursive.rna.dataset;

import org.tinyrecursive.rna.structure.Sequence;

/** The numbers of residues in a dataset: 0 is for padding, which no file holds. */
public final class RnaTokens {
  /** Number of different tokens, padding included. */
  public static final int VOCABULARY = 6;

  private static final String BASES = "ACGUN";

  private RnaTokens() {}

  /** 1 for A, 2 for C, 3 for G, 4 for U and T, 5 for any other letter. */
  public static byte of(char base) {
    return (byte) (1 + BASES.indexOf(Sequence.baseOf(base)));
  }

  /** A, C, G, U for 1 to 4, N for 5. */
  public static char letter(byte token) {
    return BASES.charAt(token - 1);
  }
}
