package org.tinyrecursive.modeltf.rna;

import java.util.Arrays;

/** What is told of each residue: {@value #COUNT} numbers, in this order. */
final class NodeFeatures {
  /** Letter (5), profile (5), profile known, paired earlier, later, not at all. */
  private static final int LETTERS = 5;

  private static final int PROFILE = LETTERS;
  private static final int HAS_PROFILE = PROFILE + RnaExample.PROFILE_CHANNELS;
  private static final int PAIRED = HAS_PROFILE + 1;

  /** Kind of the start (3), its score and support; ends of the chain (2); length. */
  private static final int KIND = PAIRED + 3;

  private static final int SCORE = KIND + RnaStart.Kind.values().length;
  private static final int ENDS = SCORE + 2;
  private static final int LENGTH = ENDS + 2;

  static final int COUNT = LENGTH + 1;

  private static final float LENGTH_UNIT = 100;

  private NodeFeatures() {}

  /**
   * Writes the features of a window's residues.
   *
   * @param out receives them from {@code at} on
   */
  static void fill(RnaExample example, RnaStart start, int from, int to, float[] out, int at) {
    int n = example.length();
    for (int i = from; i < to; i++) {
      int base = at + (i - from) * COUNT;
      Arrays.fill(out, base, base + COUNT, 0);
      out[base + example.tokens()[i] - 1] = 1;
      if (example.profile().length > 0) {
        System.arraycopy(
            example.profile(),
            RnaExample.PROFILE_CHANNELS * i,
            out,
            base + PROFILE,
            RnaExample.PROFILE_CHANNELS);
        out[base + HAS_PROFILE] = 1;
      }
      out[base + PAIRED + 2] = 1;
      out[base + KIND + start.kind().channel()] = 1;
      out[base + SCORE] = start.score();
      out[base + SCORE + 1] = start.support();
      out[base + ENDS] = isNewChain(example, i) ? 1 : 0;
      out[base + ENDS + 1] = i + 1 == n || isNewChain(example, i + 1) ? 1 : 0;
      out[base + LENGTH] = n / LENGTH_UNIT;
    }
    for (RnaExample.Pair pair : example.pairs()) {
      addPaired(pair.i(), 1, pair.probability(), from, to, out, at);
      addPaired(pair.j(), 0, pair.probability(), from, to, out, at);
    }
  }

  private static boolean isNewChain(RnaExample example, int i) {
    return i == 0 || example.chain()[i] != example.chain()[i - 1];
  }

  private static void addPaired(
      int residue, int channel, float probability, int from, int to, float[] out, int at) {
    if (residue >= from && residue < to) {
      int base = at + (residue - from) * COUNT + PAIRED;
      out[base + channel] += probability;
      out[base + 2] -= probability;
    }
  }
}
