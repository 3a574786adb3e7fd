package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.Comparator;
import org.apache.beam.sdk.coders.Coder;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.arc.TaskExpansion;
import org.tinyrecursive.transforms.arc.UniqueAugmentations;

/**
 * ARC tasks as groups of the train split. Identifiers count from 1 over the puzzles of all tasks;
 * the names of the puzzles are noted in that order.
 *
 * @param seed of the order of the tasks, their augmentations and places
 * @param numAug augmentations wanted of every task
 * @param canvas rows and columns of the canvas
 */
public record ArcTrainGroups(long seed, int numAug, int canvas)
    implements GroupExpansion<ArcRecord> {
  /** The identifier of the first puzzle; 0 is the blank one. */
  static final int FIRST_IDENTIFIER = 1;

  @Override
  public Coder<ArcRecord> coder() {
    return ArcRecordCoder.of();
  }

  @Override
  public long place(ArcRecord record) {
    return record.place(seed);
  }

  @Override
  public Comparator<ArcRecord> byOrigin() {
    return ArcRecord.BY_ORIGIN;
  }

  @Override
  public int puzzles(ArcRecord record) {
    return 1 + UniqueAugmentations.count(record.task(), seed, numAug);
  }

  @Override
  public void expand(ArcRecord record, GroupRows rows) throws IOException {
    String id = record.task().id();
    rows.note(PuzzleName.original(id).toString());
    UniqueAugmentations augmentations = new UniqueAugmentations(record.task(), seed, numAug);
    while (augmentations.hasNext()) {
      rows.note(PuzzleName.augmented(id, augmentations.next()).toString());
    }
    rows.count(BuildCounters.DUPLICATE, augmentations.duplicates());
    rows.count(BuildCounters.SHORT, augmentations.found() < numAug ? 1 : 0);
    new TaskExpansion(seed, numAug, canvas)
        .expandTrain(
            record.task(),
            record.use(),
            (puzzle, example, inputs, labels) ->
                rows.add(
                    puzzle,
                    FIRST_IDENTIFIER + rows.firstPuzzle() + puzzle,
                    example,
                    inputs,
                    labels));
  }

  @Override
  public boolean hasNotes() {
    return true;
  }
}
