package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/**
 * A file of the dataset beside its shards, such as {@code identifiers.json}: written once, when all
 * shards are whole, from what their expansions noted.
 */
public interface Companion extends Serializable {
  /** Its name in the dataset. */
  String fileName();

  /**
   * Writes all of it.
   *
   * @param notes of all shards
   */
  void write(ShardNotes notes, OutputStream out) throws IOException;
}
