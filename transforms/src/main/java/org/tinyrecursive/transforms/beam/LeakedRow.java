package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Comparator;
import org.tinyrecursive.transforms.leakage.LeakageReport.Degree;
import org.tinyrecursive.transforms.leakage.LeakageReport.Match;

/**
 * A test row whose question is also learned; in order of degree, file and line.
 *
 * @param sourceIndex of the file it is in
 * @param line of it
 * @param match what is said of it
 */
public record LeakedRow(int sourceIndex, long line, Match match)
    implements Serializable, Comparable<LeakedRow> {
  private static final Comparator<LeakedRow> ORDER =
      Comparator.<LeakedRow, Degree>comparing(row -> row.match().degree())
          .thenComparingInt(LeakedRow::sourceIndex)
          .thenComparingLong(LeakedRow::line);

  @Override
  public int compareTo(LeakedRow other) {
    return ORDER.compare(this, other);
  }
}
