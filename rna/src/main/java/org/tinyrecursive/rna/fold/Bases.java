package org.tinyrecursive.rna.fold;

import java.util.Arrays;

/** Letters of RNA as small numbers, and which of them pair. */
final class Bases {
  /** Anything but A, C, G and U (or T): pairs with nothing. */
  static final int OTHER = 0;

  /** Number of codes: other, A, C, G, U. */
  static final int COUNT = 5;

  /** Number of kinds of pair: CG, GC, GU, UG, AU, UA, in the order of the energy tables. */
  static final int PAIR_KINDS = 6;

  private static final String LETTERS = "NACGU";

  /** Kind of pair by 5 × code + code, −1 for letters that do not pair. */
  private static final int[] KIND = new int[COUNT * COUNT];

  static {
    Arrays.fill(KIND, -1);
    String[] kinds = {"CG", "GC", "GU", "UG", "AU", "UA"};
    for (int kind = 0; kind < kinds.length; kind++) {
      KIND[code(kinds[kind].charAt(0)) * COUNT + code(kinds[kind].charAt(1))] = kind;
    }
  }

  private Bases() {}

  static int code(char letter) {
    char upper = Character.toUpperCase(letter);
    return Math.max(0, LETTERS.indexOf(upper == 'T' ? 'U' : upper));
  }

  static int[] encode(String sequence) {
    return sequence.chars().map(letter -> code((char) letter)).toArray();
  }

  /** Kind of the pair of two codes, 0 … 5, or −1. */
  static int kind(int five, int three) {
    return KIND[five * COUNT + three];
  }
}
