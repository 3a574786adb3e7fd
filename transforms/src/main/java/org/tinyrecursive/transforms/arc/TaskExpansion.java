package org.tinyrecursive.transforms.arc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Tasks into examples: the original and its augmentations, as tokens. In training each pair lies at
 * a random place of the canvas, input and output at the same, but for one pair of every puzzle that
 * stays in the corner; test pairs all lie there.
 *
 * <p>What comes out is a pure function of task, seed and number of augmentations. The two arrays of
 * tokens are reused, so memory does not depend on how much is expanded. For one thread.
 */
public final class TaskExpansion {
  private static final long PURPOSE = 2;

  private final long seed;
  private final int numAug;
  private final byte[] inputs = new byte[ArcCanvas.CELLS];
  private final byte[] labels = new byte[ArcCanvas.CELLS];

  /**
   * @param seed of augmentations and places
   * @param numAug augmentations wanted of every task, 0 and above
   */
  public TaskExpansion(long seed, int numAug) {
    this.seed = seed;
    this.numAug = numAug;
  }

  /**
   * Gives all examples of a task.
   *
   * @param train takes those of the train split
   * @param test takes those of the test split, if there are any
   * @return the number of puzzles, the original counted
   */
  public int expand(ArcTask task, TestPairs use, ExampleSink train, ExampleSink test)
      throws IOException {
    List<ArcPair> learned = new ArrayList<>(task.train());
    if (use == TestPairs.LEARNED) {
      learned.addAll(task.test());
    }
    long key = StableRandom.hash(task.id());
    UniqueAugmentations augmentations = new UniqueAugmentations(task, seed, numAug);
    Augmentation augmentation = Augmentation.IDENTITY;
    int puzzle = 0;
    while (true) {
      StableRandom places = StableRandom.of(seed, key, PURPOSE, puzzle);
      int inCorner = places.nextInt(learned.size());
      for (int example = 0; example < learned.size(); example++) {
        ArcPair pair = learned.get(example);
        boolean moved = example != inCorner;
        int row = moved ? places.nextInt(freeRows(pair, augmentation.transform()) + 1) : 0;
        int column = moved ? places.nextInt(freeColumns(pair, augmentation.transform()) + 1) : 0;
        draw(pair, augmentation, row, column);
        train.accept(puzzle, example, inputs, labels);
      }
      for (int example = 0; use == TestPairs.HELD_OUT && example < task.test().size(); example++) {
        draw(task.test().get(example), augmentation, 0, 0);
        test.accept(puzzle, example, inputs, labels);
      }
      puzzle++;
      if (!augmentations.hasNext()) {
        return puzzle;
      }
      augmentation = augmentations.next();
    }
  }

  private void draw(ArcPair pair, Augmentation augmentation, int row, int column) {
    ArcCanvas.draw(pair.input(), augmentation, row, column, inputs);
    ArcCanvas.draw(pair.output(), augmentation, row, column, labels);
  }

  private static int freeRows(ArcPair pair, Dihedral transform) {
    return ArcCanvas.SIDE - Math.max(transform.rows(pair.input()), transform.rows(pair.output()));
  }

  private static int freeColumns(ArcPair pair, Dihedral transform) {
    return ArcCanvas.SIDE
        - Math.max(transform.columns(pair.input()), transform.columns(pair.output()));
  }
}
