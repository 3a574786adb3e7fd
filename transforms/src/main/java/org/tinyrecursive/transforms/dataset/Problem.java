package org.tinyrecursive.transforms.dataset;

/**
 * Something wrong with a dataset.
 *
 * @param kind of problem
 * @param file path inside the dataset
 * @param detail what was found and what was expected
 */
public record Problem(Kind kind, String file, String detail) {
  /** What can be wrong. */
  public enum Kind {
    /** The manifest cannot be read, or is of another format version. */
    MANIFEST,
    /** A shard of the manifest is not there. */
    MISSING,
    /** A file is there that the manifest does not know. */
    EXTRA,
    /** The bytes are not those that were written. */
    BYTES,
    /** The file is not a shard of this format. */
    LAYOUT,
    /** A count does not agree with the rows. */
    COUNT,
    /** Rows are out of order. */
    ORDER,
    /** A token or identifier is outside its range. */
    RANGE
  }

  @Override
  public String toString() {
    return file + ": " + detail;
  }
}
