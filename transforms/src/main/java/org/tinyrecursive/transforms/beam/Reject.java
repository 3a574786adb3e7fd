package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A record that was refused.
 *
 * @param sourceIndex place of its file among all sources
 * @param file name of its file
 * @param line line number, from 1; 0 where the file is not made of lines
 * @param path of what is wrong inside a JSON file, such as {@code /007bbfb7/train/0/input/2}; empty
 *     elsewhere
 * @param puzzle id of the puzzle; empty where it has none
 * @param field what is wrong: a column, a JSON field, or "row"
 * @param reason what is wrong with it; reads on after the field's name
 * @param record the record as it was found, or the start of it
 */
public record Reject(
    int sourceIndex,
    String file,
    long line,
    String path,
    String puzzle,
    String field,
    String reason,
    String record)
    implements Serializable {
  /**
   * The order of files, and of places in them. Of ARC, what is wrong with the tasks comes before
   * what is wrong with their answers, which often follows from it.
   */
  public static final Comparator<Reject> BY_ORIGIN =
      Comparator.comparingInt(Reject::sourceIndex)
          .thenComparing(Reject::file)
          .thenComparingLong(Reject::line)
          .thenComparing(Reject::path)
          .thenComparing(Reject::field);

  /** A reject of a file made of lines. */
  public static Reject ofLine(
      RawSource source, long line, String field, String reason, String record) {
    return new Reject(source.index(), source.name(), line, "", "", field, reason, record);
  }

  /** A reject of a JSON file. */
  public static Reject ofPath(
      RawSource source, String path, String puzzle, String field, String reason, String record) {
    return new Reject(source.index(), source.name(), 0, path, puzzle, field, reason, record);
  }

  /**
   * As errors say it: {@code train.csv:17: question has 80 cells, expected 81} or {@code
   * arc.json:9: /007bbfb7/train/0/input/2: puzzle 007bbfb7: row is empty, …}.
   */
  public String message() {
    return (line > 0 ? file + ":" + line + ": " : file + ": ")
        + (path.isEmpty() ? "" : path + ": ")
        + (puzzle.isEmpty() ? "" : "puzzle " + puzzle + ": ")
        + field
        + " "
        + reason;
  }
}
