package org.tinyrecursive.rna.structure;

import java.io.Serializable;

/**
 * Where one copy of a chain lies in a target's sequence.
 *
 * @param chain its name, such as {@code A}
 * @param copy from 1
 * @param from first residue, counted from 0
 * @param to residue after the last
 */
public record ChainSpan(String chain, int copy, int from, int to) implements Serializable {
  /** The only chain of a target. */
  public static ChainSpan whole(int length) {
    return new ChainSpan("A", 1, 0, length);
  }

  /** Number of residues. */
  public int length() {
    return to - from;
  }
}
