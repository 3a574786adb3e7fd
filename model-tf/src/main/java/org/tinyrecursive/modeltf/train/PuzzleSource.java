package org.tinyrecursive.modeltf.train;

/**
 * The puzzles of one split: groups of puzzles, puzzles of examples, each numbered from 0 in the
 * order of the dataset.
 */
interface PuzzleSource {
  /** Original puzzles; each group holds a puzzle and its augmentations. */
  int groupCount();

  int exampleCount();

  /** The first puzzle of a group; {@code group} may be {@link #groupCount()}. */
  int puzzleOffset(int group);

  /** The first example of a puzzle; {@code puzzle} may be the number of puzzles. */
  int exampleOffset(int puzzle);

  /** The puzzle that an example belongs to. */
  int puzzleOf(int example);

  int puzzleIdentifier(int puzzle);

  /** A reader for one thread. */
  ExampleReader reader();

  /** Copies tokens out of the split. */
  interface ExampleReader extends AutoCloseable {
    /** Copies inputs and labels, seq_len unsigned bytes each. */
    void copy(int example, byte[] inputs, byte[] labels);

    @Override
    void close();
  }
}
