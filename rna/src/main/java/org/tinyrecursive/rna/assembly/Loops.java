package org.tinyrecursive.rna.assembly;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.fold.PairTable;

/**
 * The loops of a nested structure all of whose helices have two pairs or more.
 *
 * @param from of every strand: the residue before the paired one that it begins with
 * @param to of every strand: the residue after the paired one that it ends with
 */
@SuppressWarnings("ArrayRecordComponent")
record Loops(int[] from, int[] to) {
  /** The loop that the pair (i, j) closes; inside a helix, none. */
  static Loops closedBy(PairTable pairs, int i, int j) {
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    int start = i;
    for (int at = i + 1; at <= j; at++) {
      if (pairs.isPaired(at)) {
        from.add(start - 1);
        to.add(at + 1);
        start = pairs.partner(at);
        at = Math.max(at, start);
      }
    }
    return new Loops(ints(from), ints(to));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  int strands() {
    return from.length;
  }
}
