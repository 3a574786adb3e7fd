package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.Comparator;
import org.apache.beam.sdk.coders.Coder;
import org.tinyrecursive.transforms.arc.ArcTaskLine;
import org.tinyrecursive.transforms.arc.TaskExpansion;
import org.tinyrecursive.transforms.arc.TestPairs;

/**
 * ARC tasks as groups of the test split. All tasks pass through it, so that puzzles have the
 * numbers, and so the identifiers, that {@link ArcTrainGroups} gives them; only those whose test
 * pairs are held out have rows. Every task is noted whole.
 *
 * @param train the groups of the train split, of the same records
 */
public record ArcTestGroups(ArcTrainGroups train) implements GroupExpansion<ArcRecord> {
  @Override
  public Coder<ArcRecord> coder() {
    return train.coder();
  }

  @Override
  public long place(ArcRecord record) {
    return train.place(record);
  }

  @Override
  public Comparator<ArcRecord> byOrigin() {
    return train.byOrigin();
  }

  @Override
  public int puzzles(ArcRecord record) {
    return train.puzzles(record);
  }

  @Override
  public void expand(ArcRecord record, GroupRows rows) throws IOException {
    rows.note(ArcTaskLine.format(record.task(), record.use()));
    if (record.use() == TestPairs.HELD_OUT) {
      new TaskExpansion(train.seed(), train.numAug(), train.canvas())
          .expandTest(
              record.task(),
              (puzzle, example, inputs, labels) ->
                  rows.add(
                      puzzle,
                      ArcTrainGroups.FIRST_IDENTIFIER + rows.firstPuzzle() + puzzle,
                      example,
                      inputs,
                      labels));
    }
  }

  /** The train split counts every task. */
  @Override
  public boolean countsRecords() {
    return false;
  }

  @Override
  public boolean hasNotes() {
    return true;
  }
}
