package org.tinyrecursive.rna.fold;

import java.util.Locale;

/**
 * Free energies of the loops of one sequence, in kcal/mol at 37 °C. A helix end in a multiloop or
 * outside of all pairs gets both of its dangling neighbours, whether they are paired or not. Small
 * interior loops (1 × 1, 1 × 2, 2 × 2), tabulated in the published set, follow its rules for them
 * instead.
 */
final class EnergyModel {
  private static final double UNIT = 0.01;
  private static final int A = 1;
  private static final int G = 3;
  private static final int U = 4;

  private final String sequence;
  private final int[] bases;

  EnergyModel(String sequence) {
    this.sequence = sequence.toUpperCase(Locale.ROOT).replace('T', 'U');
    this.bases = Bases.encode(sequence);
  }

  int length() {
    return bases.length;
  }

  /** Kind of pair of two residues, or −1 where they cannot pair or are closer than 3 residues. */
  int kind(int i, int j) {
    return j - i <= 3 ? -1 : Bases.kind(bases[i], bases[j]);
  }

  double hairpin(int i, int j) {
    int size = j - i - 1;
    int kind = kind(i, j);
    int energy =
        size <= TurnerTables.MAX_INTERIOR
            ? TurnerTables.HAIRPIN[size]
            : (int) Math.round(TurnerTables.HAIRPIN[30] + longLoop(size));
    if (size > 6) {
      return UNIT * (energy + mismatch(kind, i, j));
    }
    String loop = sequence.substring(i, j + 1);
    Integer special = TurnerTables.SPECIAL_HAIRPINS.get(loop);
    if (special != null) {
      return UNIT * special;
    }
    if (size == 3) {
      return UNIT * (energy + weakEnd(kind));
    }
    return UNIT
        * (energy + mismatch(kind, i, j) + TurnerTables.TETRALOOP_BONUS.getOrDefault(loop, 0));
  }

  private int mismatch(int kind, int i, int j) {
    return TurnerTables.HAIRPIN_MISMATCH[kind][bases[i + 1]][bases[j - 1]];
  }

  private static double longLoop(int size) {
    return TurnerTables.LONG_LOOP * Math.log(size / 30.0);
  }

  /** Bulge of {@code size} residues, without what its two pairs contribute. */
  static double bulge(int size) {
    return UNIT * TurnerTables.BULGE[size];
  }

  /** Interior loop of these sizes, both at least 1, without what its two pairs contribute. */
  static double interior(int left, int right) {
    if (left == 1 && right == 1) {
      return 0.9;
    }
    if (left + right == 3) {
      return 2.3;
    }
    return interior(left + right) + asymmetry(Math.abs(left - right));
  }

  /** Part of a larger interior loop's energy by its unpaired residues. */
  static double interior(int size) {
    return UNIT * TurnerTables.INTERIOR[size];
  }

  /** Part of a larger interior loop's energy by the difference of its sides. */
  static double asymmetry(int difference) {
    return UNIT * Math.min(TurnerTables.MAX_ASYMMETRY, TurnerTables.ASYMMETRY * difference);
  }

  /**
   * End of a wide interior loop: mismatch of residue {@code five} after i, {@code three} before j.
   */
  double interiorMismatch(int i, int j, int five, int three) {
    int x = bases[five];
    int y = bases[three];
    double bonus = 0;
    if (x == A && y == G) {
      bonus = -0.8;
    } else if (x == G && (y == A || y == G)) {
      bonus = -1.0;
    } else if (x == U && y == U) {
      bonus = -0.6;
    }
    int kind = Bases.kind(bases[i], bases[j]);
    return bonus + (isStrong(kind) ? 0 : UNIT * TurnerTables.WEAK_INTERIOR_END);
  }

  /** What the mismatch of a 1 × 1 loop adds. */
  double singleMismatch(int five, int three) {
    return bases[five] == G && bases[three] == G ? -1.7 : 0;
  }

  /** The pair that closes a multiloop, seen from inside it. */
  double closing(int i, int j) {
    int kind = Bases.kind(bases[j], bases[i]);
    return UNIT
        * (weakEnd(kind)
            + TurnerTables.DANGLE_5[kind][bases[j - 1]]
            + TurnerTables.DANGLE_3[kind][bases[i + 1]]);
  }

  private static int weakEnd(int kind) {
    return isStrong(kind) ? 0 : TurnerTables.WEAK_END;
  }

  private static boolean isStrong(int kind) {
    return kind < 2;
  }
}
