package org.tinyrecursive.transforms.arc;

import java.util.ArrayList;
import java.util.List;

/**
 * A task as one line of text, for files of our own: id, use of its test pairs, number of train
 * pairs, and all grids as {@link ArcGrid#toString} writes them, separated by tabs.
 *
 * @param use of its test pairs
 */
public record ArcTaskLine(ArcTask task, TestPairs use) {
  private static final String SEPARATOR = "\t";

  /** The line of a task. */
  public static String format(ArcTask task, TestPairs use) {
    List<String> fields = new ArrayList<>();
    // Ids come from names in JSON, which may hold anything.
    fields.add(
        task.id()
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r"));
    fields.add(use.name());
    fields.add(Integer.toString(task.train().size()));
    task.train().forEach(pair -> add(pair, fields));
    task.test().forEach(pair -> add(pair, fields));
    return String.join(SEPARATOR, fields);
  }

  /** Reads the line of a task. */
  public static ArcTaskLine parse(String line) {
    String[] fields = line.split(SEPARATOR, -1);
    List<ArcPair> pairs = new ArrayList<>();
    for (int i = 3; i < fields.length; i += 2) {
      pairs.add(new ArcPair(ArcGrid.parse(fields[i]), ArcGrid.parse(fields[i + 1])));
    }
    int train = Integer.parseInt(fields[2]);
    return new ArcTaskLine(
        new ArcTask(
            fields[0].translateEscapes(),
            pairs.subList(0, train),
            pairs.subList(train, pairs.size())),
        TestPairs.valueOf(fields[1]));
  }

  private static void add(ArcPair pair, List<String> fields) {
    fields.add(pair.input().toString());
    fields.add(pair.output().toString());
  }
}
