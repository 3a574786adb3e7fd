package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * A file of the dataset beside its shards, such as {@code identifiers.json}: written once, when all
 * shards are whole, from what their expansions noted and other steps found.
 */
public interface Companion extends Serializable {
  /** Its name in the dataset. */
  String fileName();

  /** What other steps found for it, to be had from {@link ShardNotes#found}; none by default. */
  default List<PCollectionView<?>> views() {
    return List.of();
  }

  /**
   * Writes all of it.
   *
   * @param notes of all shards, and what other steps found
   */
  void write(ShardNotes notes, OutputStream out) throws IOException;
}
