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
  private final int side;
  private final byte[] inputs;
  private final byte[] labels;

  /**
   * @param seed of augmentations and places
   * @param numAug augmentations wanted of every task, 0 and above
   */
  public TaskExpansion(long seed, int numAug) {
    this(seed, numAug, ArcCanvas.SIDE);
  }

  /**
   * @param side rows and columns of the canvas, so that every grid fits
   */
  public TaskExpansion(long seed, int numAug, int side) {
    this.seed = seed;
    this.numAug = numAug;
    this.side = side;
    inputs = new byte[side * side];
    labels = new byte[side * side];
  }

  /**
   * Gives the examples of a task that are learned: its train pairs, then, where they are learned
   * too, its test pairs.
   */
  public void expandTrain(ArcTask task, TestPairs use, ExampleSink sink) throws IOException {
    List<ArcPair> pairs = new ArrayList<>(task.train());
    if (use == TestPairs.LEARNED) {
      pairs.addAll(task.test());
    }
    long key = StableRandom.hash(task.id());
    forEachPuzzle(
        task,
        (puzzle, augmentation) -> {
          StableRandom places = StableRandom.of(seed, key, PURPOSE, puzzle);
          int inCorner = places.nextInt(pairs.size());
          for (int example = 0; example < pairs.size(); example++) {
            ArcPair pair = pairs.get(example);
            Dihedral transform = augmentation.transform();
            boolean moved = example != inCorner;
            int row = moved ? places.nextInt(freeRows(pair, transform) + 1) : 0;
            int column = moved ? places.nextInt(freeColumns(pair, transform) + 1) : 0;
            draw(pair, augmentation, row, column);
            sink.accept(puzzle, example, inputs, labels);
          }
        });
  }

  /** Gives the test pairs of a task that is evaluated, each in the corner. */
  public void expandTest(ArcTask task, ExampleSink sink) throws IOException {
    forEachPuzzle(
        task,
        (puzzle, augmentation) -> {
          for (int example = 0; example < task.test().size(); example++) {
            draw(task.test().get(example), augmentation, 0, 0);
            sink.accept(puzzle, example, inputs, labels);
          }
        });
  }

  private void forEachPuzzle(ArcTask task, PuzzleStep step) throws IOException {
    step.take(0, Augmentation.IDENTITY);
    UniqueAugmentations augmentations = new UniqueAugmentations(task, seed, numAug);
    for (int puzzle = 1; augmentations.hasNext(); puzzle++) {
      step.take(puzzle, augmentations.next());
    }
  }

  @FunctionalInterface
  private interface PuzzleStep {
    void take(int puzzle, Augmentation augmentation) throws IOException;
  }

  private void draw(ArcPair pair, Augmentation augmentation, int row, int column) {
    ArcCanvas.draw(pair.input(), augmentation, row, column, inputs);
    ArcCanvas.draw(pair.output(), augmentation, row, column, labels);
  }

  private int freeRows(ArcPair pair, Dihedral transform) {
    return side - Math.max(transform.rows(pair.input()), transform.rows(pair.output()));
  }

  private int freeColumns(ArcPair pair, Dihedral transform) {
    return side - Math.max(transform.columns(pair.input()), transform.columns(pair.output()));
  }
}
