package org.tinyrecursive.transforms.dataset;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/** Reads the id columns of a split once and remembers where groups and puzzles begin. */
final class SplitIndex {
  private final IntList groupStarts = new IntList();
  private final IntList exampleStarts = new IntList();
  private final IntList puzzleIds = new IntList();
  private final IntList identifiers = new IntList();
  private final RowOrder order = new RowOrder();
  private int rows;

  static SplitIndex of(List<BatchLocation> batches) {
    SplitIndex index = new SplitIndex();
    try (IdColumns ids = new IdColumns()) {
      for (BatchLocation batch : batches) {
        ids.load(batch);
        index.add(batch, ids);
      }
    }
    index.groupStarts.add(index.puzzleIds.size());
    index.exampleStarts.add(index.rows);
    return index;
  }

  private void add(BatchLocation batch, IdColumns ids) {
    for (int row = 0; row < batch.rows(); row++) {
      Optional<String> problem =
          order.accept(ids.group(row), ids.puzzle(row), ids.identifier(row), ids.example(row));
      if (problem.isPresent()) {
        throw new InputRefusedException(
            "%s: row %d of the split breaks the order: %s; rebuild the dataset"
                .formatted(batch.file().file(), rows, problem.get()));
      }
      if (order.newGroup()) {
        groupStarts.add(puzzleIds.size());
      }
      if (order.newPuzzle()) {
        exampleStarts.add(rows);
        puzzleIds.add(ids.puzzle(row));
        identifiers.add(ids.identifier(row));
      }
      rows++;
    }
  }

  int[] groupStarts() {
    return groupStarts.toArray();
  }

  int[] exampleStarts() {
    return exampleStarts.toArray();
  }

  int[] puzzleIds() {
    return puzzleIds.toArray();
  }

  int[] identifiers() {
    return identifiers.toArray();
  }
}
