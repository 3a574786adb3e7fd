package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/** A split of a dataset as the trainer sees it. */
record SplitSource(Split split) implements PuzzleSource {
  @Override
  public int groupCount() {
    return split.groupCount();
  }

  @Override
  public int exampleCount() {
    return split.exampleCount();
  }

  @Override
  public int puzzleOffset(int group) {
    return split.puzzleOffset(group);
  }

  @Override
  public int exampleOffset(int puzzle) {
    return split.exampleOffset(puzzle);
  }

  @Override
  public int puzzleOf(int example) {
    return split.puzzleOf(example);
  }

  @Override
  public int puzzleIdentifier(int puzzle) {
    return split.puzzleIdentifier(puzzle);
  }

  @Override
  public ExampleReader reader() {
    ExampleCursor cursor = split.cursor();
    return new ExampleReader() {
      @Override
      public void copy(int example, byte[] inputs, byte[] labels) {
        cursor.copy(example, inputs, 0, labels, 0);
      }

      @Override
      public void close() {
        cursor.close();
      }
    };
  }
}
