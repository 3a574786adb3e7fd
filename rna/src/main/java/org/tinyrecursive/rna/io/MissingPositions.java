package org.tinyrecursive.rna.io;

/** Whether residues may be without a position. */
enum MissingPositions {
  /** In an experiment's structure. */
  ALLOWED,
  /** In a prediction. */
  REFUSED
}
