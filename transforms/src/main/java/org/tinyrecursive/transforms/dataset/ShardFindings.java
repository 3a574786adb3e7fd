package org.tinyrecursive.transforms.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.transforms.dataset.Problem.Kind;

/** What the rows of one shard show: counts, and of each kind of problem the first and how many. */
final class ShardFindings {
  private final TokenLayout layout;
  private final Map<Kind, String> first = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> count = new EnumMap<>(Kind.class);
  private long rows;
  private long groups;
  private long puzzles;
  private int lastGroup;
  private int lastPuzzle;

  ShardFindings(TokenLayout layout) {
    this.layout = layout;
  }

  void row(RowOrder order, IdColumns ids, int row) {
    int group = ids.group(row);
    int puzzle = ids.puzzle(row);
    int identifier = ids.identifier(row);
    Optional<String> problem = order.accept(group, puzzle, identifier, ids.example(row));
    problem.ifPresent(text -> found(Kind.ORDER, "row %d: %s".formatted(rows, text)));
    if (identifier >= layout.numPuzzleIdentifiers()) {
      found(
          Kind.RANGE,
          "row %d: puzzle_identifier is %d, allowed: 0 to %d"
              .formatted(rows, identifier, layout.numPuzzleIdentifiers() - 1));
    }
    // Counted within the shard: its first row begins a group and a puzzle in any case.
    groups += rows == 0 || group != lastGroup ? 1 : 0;
    puzzles += rows == 0 || puzzle != lastPuzzle ? 1 : 0;
    lastGroup = group;
    lastPuzzle = puzzle;
    rows++;
  }

  void tokens(String column, int firstRow, byte[] tokens, int length) {
    for (int i = 0; i < length; i++) {
      int token = Byte.toUnsignedInt(tokens[i]);
      if (token >= layout.vocabSize()) {
        found(
            Kind.RANGE,
            "row %d: %s[%d] is %d, allowed: 0 to %d"
                .formatted(
                    firstRow + i / layout.seqLen(),
                    column,
                    i % layout.seqLen(),
                    token,
                    layout.vocabSize() - 1));
      }
    }
  }

  private void found(Kind kind, String detail) {
    first.putIfAbsent(kind, detail);
    count.merge(kind, 1L, Long::sum);
  }

  long rows() {
    return rows;
  }

  int lastGroup() {
    return lastGroup;
  }

  void report(ShardEntry shard, List<Problem> problems) {
    List<String> counts = new ArrayList<>();
    compare(counts, "rows", rows, shard.rows());
    compare(counts, "groups", groups, shard.groups());
    compare(counts, "puzzles", puzzles, shard.puzzles());
    counts.forEach(detail -> problems.add(new Problem(Kind.COUNT, shard.file(), detail)));
    first.forEach(
        (kind, detail) -> {
          long more = count.get(kind) - 1;
          String suffix = more == 0 ? "" : " (and %,d more)".formatted(more);
          problems.add(new Problem(kind, shard.file(), detail + suffix));
        });
  }

  private static void compare(List<String> problems, String what, long found, long expected) {
    if (found != expected) {
      problems.add(
          "holds %d %s, expected %d as the manifest says".formatted(found, what, expected));
    }
  }
}
