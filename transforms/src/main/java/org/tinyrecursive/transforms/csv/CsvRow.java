package org.tinyrecursive.transforms.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of one line of CSV as RFC 4180 has them; a record is one line, so no field holds one. */
public final class CsvRow {
  private CsvRow() {}

  /**
   * Splits a line, with or without its line end.
   *
   * @throws RejectedRowException if a quote is not closed, or text follows a closing quote
   */
  public static List<String> split(String line) throws RejectedRowException {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    List<String> fields = new ArrayList<>(4);
    int at = 0;
    while (true) {
      if (at < end && line.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        at = readQuoted(line, at + 1, end, field);
        fields.add(field.toString());
      } else {
        int comma = line.indexOf(',', at);
        int stop = comma < 0 || comma > end ? end : comma;
        fields.add(line.substring(at, stop));
        at = stop;
      }
      if (at >= end) {
        return fields;
      }
      at++;
    }
  }

  /**
   * Whether a line, its end ignored, is the header of these columns; a byte order mark may come
   * before it.
   */
  public static boolean isHeader(String line, String columns) {
    return (line.startsWith("\uFEFF") ? line.substring(1) : line).strip().equals(columns);
  }

  /** Quotes a field where it holds a comma, a quote or white space at its edge. */
  public static String quote(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.strip().equals(field);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** A row of these fields, without a line end; {@link #split} reads it back. */
  public static String join(String... fields) {
    return Stream.of(fields).map(CsvRow::quote).collect(Collectors.joining(","));
  }

  private static int readQuoted(String line, int from, int end, StringBuilder field)
      throws RejectedRowException {
    int at = from;
    while (at < end) {
      char c = line.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < end && line.charAt(at) == '"') {
        field.append('"');
        at++;
      } else if (at == end || line.charAt(at) == ',') {
        return at;
      } else {
        throw new RejectedRowException(
            "row", "has text after a closing quote at character " + (at + 1) + ", expected ','");
      }
    }
    throw new RejectedRowException(
        "row", "has a quote at character " + from + " that is not closed on the same line");
  }
}
