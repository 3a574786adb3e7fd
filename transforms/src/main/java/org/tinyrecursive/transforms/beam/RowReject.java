package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * A row that was refused.
 *
 * @param sourceIndex place of its file among all sources
 * @param file name of its file
 * @param line line number, from 1
 * @param field the column that is wrong, or "row"
 * @param reason what is wrong; reads on after the field's name
 * @param record the line as it was found
 */
public record RowReject(
    int sourceIndex, String file, long line, String field, String reason, String record)
    implements Serializable {
  /** As errors say it: {@code train.csv:17: question has 80 cells, expected 81}. */
  public String message() {
    return "%s:%d: %s %s".formatted(file, line, field, reason);
  }
}
