package org.tinyrecursive.rna.io;

import java.io.Serializable;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What is wrong with one record of a file.
 *
 * @param file its name
 * @param line from 1; 0 where the file as a whole is meant
 * @param field column or field; empty where the whole record is meant
 * @param reason what was found, what is allowed
 */
public record RecordProblem(String file, long line, String field, String reason)
    implements Serializable {
  /** For a reader that stops at the first problem. */
  public InputRefusedException refusal() {
    return new InputRefusedException(toString());
  }

  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return "%s: %s".formatted(place, field.isEmpty() ? reason : field + " " + reason);
  }
}
