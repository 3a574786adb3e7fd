package org.tinyrecursive.rna.structure;

import java.io.Serializable;
import java.util.List;

/**
 * The known structures of a target, all of the same residues.
 *
 * @param targetId name of the target
 * @param sequence residues as the structures name them
 * @param structures C1' positions, at least one resolved in each; at least one structure
 */
public record ReferenceStructures(String targetId, Sequence sequence, List<Coordinates> structures)
    implements Serializable {
  /** The published files have columns for so many. */
  public static final int MOST = 40;

  /**
   * @throws IllegalArgumentException if there is no structure, or one of another length or without
   *     a position
   */
  public ReferenceStructures {
    structures = List.copyOf(structures);
    if (structures.isEmpty()) {
      throw new IllegalArgumentException(targetId + " has no reference structure");
    }
    for (Coordinates structure : structures) {
      if (structure.size() != sequence.length() || structure.resolved() == 0) {
        throw new IllegalArgumentException(
            "%s: a reference has %s for %d residues"
                .formatted(targetId, structure, sequence.length()));
      }
    }
  }

  /** The first structure. */
  public Coordinates first() {
    return structures.get(0);
  }
}
