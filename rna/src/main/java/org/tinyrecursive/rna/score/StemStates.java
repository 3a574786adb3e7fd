package org.tinyrecursive.rna.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.rna.structure.Sequence;

/**
 * Whether each residue is paired, and to which side, told by canonical bases at a distance that
 * paired ones have. Stems have at least two pairs; where two would share a residue, the longer one
 * is kept.
 */
final class StemStates {
  static final byte UNPAIRED = 0;
  static final byte OPENING = 1;
  static final byte CLOSING = 2;

  private static final int SMALLEST_LOOP = 3;

  /** C1' of paired bases lie between these, in Å. */
  private static final double NEAREST = 9;

  private static final double FARTHEST = 12.5;

  private final byte[] states;

  private StemStates(int length) {
    states = new byte[length];
  }

  /** States of residues whose C1' positions are given as x, y, z in a row. */
  static byte[] of(Sequence sequence, double[] xyz) {
    StemStates result = new StemStates(sequence.length());
    result.markStems(sequence, xyz);
    return result.states;
  }

  private void markStems(Sequence sequence, double[] xyz) {
    record Stem(int first, int last, int pairs) {}
    int n = states.length;
    List<Stem> stems = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + SMALLEST_LOOP; j < n; j++) {
        boolean begins =
            pairs(sequence, xyz, i, j)
                && !(i > 0 && j + 1 < n && pairs(sequence, xyz, i - 1, j + 1));
        if (begins) {
          int length = 1;
          while (i + length < j - length && pairs(sequence, xyz, i + length, j - length)) {
            length++;
          }
          if (length >= 2) {
            stems.add(new Stem(i, j, length));
          }
        }
      }
    }
    stems.sort((a, b) -> Integer.compare(b.pairs(), a.pairs()));
    for (Stem stem : stems) {
      if (isFree(stem.first(), stem.pairs())
          && isFree(stem.last() - stem.pairs() + 1, stem.pairs())) {
        Arrays.fill(states, stem.first(), stem.first() + stem.pairs(), OPENING);
        Arrays.fill(states, stem.last() - stem.pairs() + 1, stem.last() + 1, CLOSING);
      }
    }
  }

  private boolean isFree(int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (states[i] != UNPAIRED) {
        return false;
      }
    }
    return true;
  }

  private boolean pairs(Sequence sequence, double[] xyz, int i, int j) {
    if (!canPair(sequence.base(i), sequence.base(j))) {
      return false;
    }
    double dx = xyz[3 * i] - xyz[3 * j];
    double dy = xyz[3 * i + 1] - xyz[3 * j + 1];
    double dz = xyz[3 * i + 2] - xyz[3 * j + 2];
    double squared = dx * dx + dy * dy + dz * dz;
    return squared > NEAREST * NEAREST && squared < FARTHEST * FARTHEST;
  }

  private static boolean canPair(char a, char b) {
    return switch (a) {
      case 'A' -> b == 'U';
      case 'C' -> b == 'G';
      case 'G' -> b == 'C' || b == 'U';
      case 'U' -> b == 'A' || b == 'G';
      default -> false;
    };
  }
}
