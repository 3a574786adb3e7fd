package org.tinyrecursive.rna.dataset;

import java.time.LocalDate;
import java.util.List;
import org.tinyrecursive.rna.structure.Coordinates;

/**
 * A row of a dataset: a window of a target, {@code tokens.length} residues from {@code cropStart}
 * on.
 *
 * @param targetId name of the target
 * @param cutoff day of the target
 * @param targetLength residues of the whole target
 * @param cropStart first residue of the window, counted from 0
 * @param tokens see {@link RnaTokens}
 * @param chainIndex number of each residue's chain or copy, from 0
 * @param residueIndex number of each residue in its chain, from 0
 * @param structures positions of the window's residues in every reference
 * @param profile shares of A, C, G, U and gap for every residue; empty where there is no alignment
 */
@SuppressWarnings("ArrayRecordComponent")
public record RnaRow(
    String targetId,
    LocalDate cutoff,
    int targetLength,
    int cropStart,
    byte[] tokens,
    int[] chainIndex,
    int[] residueIndex,
    List<Coordinates> structures,
    float[] profile) {
  public RnaRow {
    structures = List.copyOf(structures);
  }

  /** Residues of the window. */
  public int length() {
    return tokens.length;
  }

  /** The window's letters; what is none of A, C, G, U is N. */
  public String letters() {
    StringBuilder letters = new StringBuilder();
    for (byte token : tokens) {
      letters.append(RnaTokens.letter(token));
    }
    return letters.toString();
  }
}
