package org.tinyrecursive.rna.score;

import org.tinyrecursive.rna.structure.RigidMotion;

/**
 * The TM-score of a prediction, and the superposition it was found with.
 *
 * @param value in [0, 1], divided by the reference's resolved residues
 * @param motion that lays the prediction over the reference
 * @param pairs residues of the reference that have a partner in the prediction
 */
public record TmScore(double value, RigidMotion motion, int pairs) {
  static TmScore none() {
    return new TmScore(0, RigidMotion.identity(), 0);
  }
}
