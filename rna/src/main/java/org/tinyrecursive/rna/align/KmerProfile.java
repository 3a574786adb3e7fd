package org.tinyrecursive.rna.align;

import java.util.Arrays;

/** Which words of five letters a sequence has, to guess quickly whether two resemble each other. */
public final class KmerProfile {
  private static final int SIZE = 5;
  private static final int WORDS = 1 << (2 * SIZE);
  private static final String LETTERS = "ACGU";

  private final short[] counts = new short[WORDS];
  private final int total;

  private KmerProfile(String sequence) {
    int word = 0;
    int known = 0;
    int words = 0;
    for (int i = 0; i < sequence.length(); i++) {
      int code = LETTERS.indexOf(sequence.charAt(i));
      known = code < 0 ? 0 : known + 1;
      word = (word << 2 | Math.max(0, code)) & (WORDS - 1);
      if (known >= SIZE && counts[word] < Short.MAX_VALUE) {
        counts[word]++;
        words++;
      }
    }
    total = words;
  }

  /** Words with a letter other than A, C, G and U do not count. */
  public static KmerProfile of(String sequence) {
    return new KmerProfile(sequence);
  }

  /** Share of the words of the shorter sequence that the longer one has too, 0 … 1. */
  public double similarity(KmerProfile other) {
    int least = Math.min(total, other.total);
    if (least == 0) {
      return 0;
    }
    int shared = 0;
    for (int word = 0; word < WORDS; word++) {
      shared += Math.min(counts[word], other.counts[word]);
    }
    return (double) shared / least;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KmerProfile that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
