package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.dataset.SourceEntry;

/** Tells whether a raw file is still the one that a dataset was made from. */
public final class SourceHash {
  private SourceHash() {}

  /**
   * Reads a raw file to its end, and gives what a manifest says of it.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it cannot be read
   */
  public static SourceEntry of(RawSource source) {
    try (SourceLines file = SourceLines.open(source.spec())) {
      return new SourceEntry(source.name(), file.bytes(), file.sha256());
    }
  }
}
