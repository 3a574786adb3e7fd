package org.tinyrecursive.rna.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tinyrecursive.rna.structure.Coordinates;

/**
 * Canonical base pairs from C1′ positions alone. In an A-form helix (radius 8.46 Å, rise 2.68 Å,
 * twist 32.5°, second strand at 75.0° and −2.42 Å) paired C1′ lie 10.6 Å apart, and a residue 8.0 Å
 * from the one after its partner, across the minor groove. Two residues pair where their letters
 * allow it, their distance is 9.6 … 11.6 Å, and a stacked pair beside them agrees with both
 * distances. Helices are taken in order of their length, so every residue pairs once; helices may
 * cross.
 */
public final class BasePairing {
  private static final double PAIRED = 10.64;
  private static final double PAIRED_TOLERANCE = 1.0;
  private static final double GROOVE = 7.98;
  private static final double GROOVE_TOLERANCE = 1.8;
  private static final int FEWEST_BETWEEN = 3;

  private final String sequence;
  private final Coordinates positions;

  private BasePairing(String sequence, Coordinates positions) {
    this.sequence = sequence;
    this.positions = positions;
  }

  /** A run of stacked pairs (i, j), (i + 1, j − 1), …. */
  private record Helix(int i, int j, int length, double misfit) {}

  /**
   * Finds the pairs of a structure. Missing residues pair with none.
   *
   * @throws IllegalArgumentException if sequence and positions differ in length
   */
  public static PairTable find(String sequence, Coordinates positions) {
    if (sequence.length() != positions.size()) {
      throw new IllegalArgumentException(
          "%d letters, but %d positions".formatted(sequence.length(), positions.size()));
    }
    return new BasePairing(sequence, positions).find();
  }

  private PairTable find() {
    List<Helix> helices = helices();
    helices.sort(
        Comparator.comparingInt((Helix helix) -> -helix.length())
            .thenComparingDouble(Helix::misfit)
            .thenComparingInt(Helix::i)
            .thenComparingInt(Helix::j));
    int[] partners = PairTable.unpaired(sequence.length()).partners();
    for (Helix helix : helices) {
      assign(helix, partners);
    }
    return PairTable.of(partners);
  }

  /** Takes the longest part of a helix that is still free, if it has two pairs or more. */
  private static void assign(Helix helix, int[] partners) {
    int bestFrom = 0;
    int bestLength = 0;
    int from = 0;
    for (int k = 0; k <= helix.length(); k++) {
      boolean free =
          k < helix.length() && partners[helix.i() + k] < 0 && partners[helix.j() - k] < 0;
      if (!free) {
        if (k - from > bestLength) {
          bestFrom = from;
          bestLength = k - from;
        }
        from = k + 1;
      }
    }
    for (int k = bestFrom; bestLength >= 2 && k < bestFrom + bestLength; k++) {
      partners[helix.i() + k] = helix.j() - k;
      partners[helix.j() - k] = helix.i() + k;
    }
  }

  private List<Helix> helices() {
    int n = sequence.length();
    List<Helix> helices = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + FEWEST_BETWEEN + 1; j < n; j++) {
        if (isPair(i, j)
            && !(i > 0 && j < n - 1 && isPair(i - 1, j + 1) && isStack(i - 1, j + 1))) {
          extend(i, j, helices);
        }
      }
    }
    return helices;
  }

  private void extend(int i, int j, List<Helix> helices) {
    int length = 1;
    double misfit = misfit(i, j);
    while (j - length - (i + length) > FEWEST_BETWEEN
        && isPair(i + length, j - length)
        && isStack(i + length - 1, j - length + 1)) {
      misfit += misfit(i + length, j - length);
      length++;
    }
    if (length >= 2) {
      helices.add(new Helix(i, j, length, misfit / length));
    }
  }

  private double misfit(int i, int j) {
    return Math.abs(positions.distance(i, j) - PAIRED);
  }

  private boolean isPair(int i, int j) {
    return Bases.kind(Bases.code(sequence.charAt(i)), Bases.code(sequence.charAt(j))) >= 0
        && misfit(i, j) <= PAIRED_TOLERANCE;
  }

  /** Whether (i + 1, j − 1) lies on (i, j) as in a helix. */
  private boolean isStack(int i, int j) {
    return Math.abs(positions.distance(i + 1, j) - GROOVE) <= GROOVE_TOLERANCE
        && Math.abs(positions.distance(i, j - 1) - GROOVE - 5.66) <= 2 * GROOVE_TOLERANCE;
  }
}
