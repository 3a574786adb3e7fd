package org.tinyrecursive.rna.fold;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Who pairs with whom: every residue with at most one other. Pairs may cross (pseudoknots) unless
 * {@link #isNested}. Immutable.
 */
public final class PairTable {
  private static final int NONE = -1;

  private final int[] partners;

  private PairTable(int[] partners) {
    this.partners = partners;
  }

  /**
   * From the partners of all residues.
   *
   * @param partners of every residue its partner, from 0, or −1
   * @throws IllegalArgumentException if a residue is not its partner's partner
   */
  public static PairTable of(int[] partners) {
    for (int i = 0; i < partners.length; i++) {
      int j = partners[i];
      if (j != NONE && (j < 0 || j >= partners.length || j == i || partners[j] != i)) {
        throw new IllegalArgumentException(
            "residue %d has partner %d, which is not its own partner's".formatted(i, j));
      }
    }
    return new PairTable(partners.clone());
  }

  /** No pair at all. */
  public static PairTable unpaired(int length) {
    int[] partners = new int[length];
    Arrays.fill(partners, NONE);
    return new PairTable(partners);
  }

  /**
   * Reads {@code ((..))}; {@code []}, {@code {}} and {@code <>} for pairs that cross these.
   *
   * @throws IllegalArgumentException at another letter or a bracket without its counterpart
   */
  public static PairTable parse(String dotBracket) {
    String opening = "([{<";
    String closing = ")]}>";
    int[] partners = unpaired(dotBracket.length()).partners;
    Deque<Integer>[] open = stacks(opening.length());
    for (int i = 0; i < partners.length; i++) {
      char letter = dotBracket.charAt(i);
      int opens = opening.indexOf(letter);
      int closes = closing.indexOf(letter);
      if (opens >= 0) {
        open[opens].push(i);
      } else if (closes >= 0 && !open[closes].isEmpty()) {
        partners[i] = open[closes].pop();
        partners[partners[i]] = i;
      } else if (letter != '.') {
        throw new IllegalArgumentException(
            "'%c' at %d opens or closes nothing".formatted(letter, i));
      }
    }
    for (Deque<Integer> left : open) {
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(
            "the bracket at %d is never closed".formatted(left.peek()));
      }
    }
    return new PairTable(partners);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Deque<Integer>[] stacks(int count) {
    Deque<Integer>[] stacks = new Deque[count];
    Arrays.setAll(stacks, index -> new ArrayDeque<Integer>());
    return stacks;
  }

  /** Number of residues. */
  public int length() {
    return partners.length;
  }

  /** Partner of a residue, from 0, or −1. */
  public int partner(int residue) {
    return partners[residue];
  }

  /** Whether a residue has a partner. */
  public boolean isPaired(int residue) {
    return partners[residue] != NONE;
  }

  /** Number of pairs. */
  public int pairCount() {
    return (int) Arrays.stream(partners).filter(partner -> partner != NONE).count() / 2;
  }

  /** The partners of all residues; a copy. */
  public int[] partners() {
    return partners.clone();
  }

  /** Whether no two pairs cross. */
  public boolean isNested() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] > i) {
        open.push(i);
      } else if (partners[i] != NONE && open.pop() != partners[i]) {
        return false;
      }
    }
    return true;
  }

  /** The pairs within residues from … to − 1, counted from {@code from}. */
  public PairTable slice(int from, int to) {
    int[] inner = new int[to - from];
    for (int i = from; i < to; i++) {
      boolean within = partners[i] >= from && partners[i] < to;
      inner[i - from] = within ? partners[i] - from : NONE;
    }
    return new PairTable(inner);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairTable table && Arrays.equals(partners, table.partners);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(partners);
  }

  /** Dots and brackets; the pairs that cross earlier ones in {@code []}, {@code {}}, {@code <>}. */
  @Override
  public String toString() {
    return DotBracket.format(partners);
  }
}
