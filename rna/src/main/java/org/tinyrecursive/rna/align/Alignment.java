package org.tinyrecursive.rna.align;

/**
 * Which residue of a template every residue of a target corresponds to.
 *
 * @param score the higher, the better
 * @param templateOf by residue of the target: residue of the template, from 0, increasing, or −1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Alignment(double score, int[] templateOf) {
  /** Number of residues of the target that correspond to one. */
  public int matched() {
    int count = 0;
    for (int residue : templateOf) {
      count += residue >= 0 ? 1 : 0;
    }
    return count;
  }
}
