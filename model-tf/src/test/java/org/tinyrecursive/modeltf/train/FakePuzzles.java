package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Puzzles in memory. Every example is different: its first tokens spell its number.
 *
 * @param groupPuzzles puzzles of each group
 * @param puzzleExamples examples of each puzzle
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FakePuzzles(int[] groupPuzzles, int[] puzzleExamples) implements PuzzleSource {
  static final int SEQ_LEN = 6;
  static final DataShape SHAPE = new DataShape(SEQ_LEN, 12, 40, 0, 11, 0);

  /** Groups of {@code puzzles} puzzles with one example each. */
  static FakePuzzles single(int groups, int puzzles) {
    int[] groupPuzzles = new int[groups];
    java.util.Arrays.fill(groupPuzzles, puzzles);
    int[] examples = new int[groups * puzzles];
    java.util.Arrays.fill(examples, 1);
    return new FakePuzzles(groupPuzzles, examples);
  }

  /** Groups of 1 to 3 puzzles with 1 to 5 examples each. */
  static FakePuzzles mixed(int groups) {
    StableRandom random = StableRandom.of(1, groups);
    int[] groupPuzzles = new int[groups];
    int puzzles = 0;
    for (int i = 0; i < groups; i++) {
      groupPuzzles[i] = 1 + random.nextInt(3);
      puzzles += groupPuzzles[i];
    }
    int[] examples = new int[puzzles];
    for (int i = 0; i < puzzles; i++) {
      examples[i] = 1 + random.nextInt(5);
    }
    return new FakePuzzles(groupPuzzles, examples);
  }

  double meanPuzzleExamples() {
    return (double) exampleCount() / puzzleExamples.length;
  }

  int groupOf(int puzzle) {
    int group = 0;
    while (puzzleOffset(group + 1) <= puzzle) {
      group++;
    }
    return group;
  }

  @Override
  public int groupCount() {
    return groupPuzzles.length;
  }

  @Override
  public int exampleCount() {
    return exampleOffset(puzzleExamples.length);
  }

  @Override
  public int puzzleOffset(int group) {
    return sum(groupPuzzles, group);
  }

  @Override
  public int exampleOffset(int puzzle) {
    return sum(puzzleExamples, puzzle);
  }

  @Override
  public int puzzleOf(int example) {
    int puzzle = 0;
    while (exampleOffset(puzzle + 1) <= example) {
      puzzle++;
    }
    return puzzle;
  }

  @Override
  public int puzzleIdentifier(int puzzle) {
    return puzzle + 1;
  }

  @Override
  public ExampleReader reader() {
    return new ExampleReader() {
      @Override
      public void copy(int example, byte[] inputs, byte[] labels) {
        for (int i = 0; i < SEQ_LEN; i++) {
          labels[i] = (byte) (2 + (example / (int) Math.pow(8, i)) % 8);
          inputs[i] = i % 2 == 0 ? labels[i] : (byte) 1;
        }
        labels[SEQ_LEN - 1] = (byte) SHAPE.ignoreLabelId();
      }

      @Override
      public void close() {}
    };
  }

  private static int sum(int[] values, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
