package org.tinyrecursive.rna.io;

import java.io.Serializable;

/**
 * Something read, with its place for later complaints.
 *
 * @param value what was read
 * @param file its name
 * @param line on which its record begins, from 1
 */
public record Located<T extends Serializable>(T value, String file, long line)
    implements Serializable {
  /** A problem of this record. */
  public RecordProblem problem(String field, String reason) {
    return new RecordProblem(file, line, field, reason);
  }
}
