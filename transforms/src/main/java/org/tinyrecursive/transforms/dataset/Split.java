package org.tinyrecursive.transforms.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One split, open for random access. Groups, puzzles and examples are named by their position, 0
 * and up; the examples of a puzzle and the puzzles of a group follow each other.
 *
 * <p>In memory are a few ints per puzzle and the places of the record batches; tokens stay in the
 * mapped files. Safe for use by several threads, each with its own {@link #cursor}.
 */
public final class Split {
  private final int seqLen;
  private final BatchLocation[] batches;
  private final int[] firstExamples;
  private final int[] groupStarts;
  private final int[] exampleStarts;
  private final int[] puzzleIds;
  private final int[] identifiers;

  Split(int seqLen, List<BatchLocation> batches) {
    this.seqLen = seqLen;
    this.batches = batches.toArray(BatchLocation[]::new);
    firstExamples = batches.stream().mapToInt(BatchLocation::firstExample).toArray();
    SplitIndex index = SplitIndex.of(batches);
    groupStarts = index.groupStarts();
    exampleStarts = index.exampleStarts();
    puzzleIds = index.puzzleIds();
    identifiers = index.identifiers();
  }

  /** Original puzzles, each with all its augmentations. */
  public int groupCount() {
    return groupStarts.length - 1;
  }

  /** Puzzles, augmentations counted. */
  public int puzzleCount() {
    return puzzleIds.length;
  }

  /** Rows. */
  public int exampleCount() {
    return exampleStarts[puzzleIds.length];
  }

  /** Tokens per example. */
  public int seqLen() {
    return seqLen;
  }

  /** Position of the first puzzle of a group; for {@code groupCount()}, the number of puzzles. */
  public int puzzleOffset(int group) {
    return groupStarts[group];
  }

  /** Position of the first example of a puzzle; for {@code puzzleCount()}, that of examples. */
  public int exampleOffset(int puzzle) {
    return exampleStarts[puzzle];
  }

  /** Row of the puzzle embedding table. */
  public int puzzleIdentifier(int puzzle) {
    return identifiers[puzzle];
  }

  /** The {@code puzzle_id} column's value. */
  public int puzzleId(int puzzle) {
    return puzzleIds[puzzle];
  }

  /** Position of the puzzle with that {@code puzzle_id}, negative if there is none. */
  public int findPuzzle(int puzzleId) {
    return Arrays.binarySearch(puzzleIds, puzzleId);
  }

  /** Position of the puzzle that an example belongs to. */
  public int puzzleOf(int example) {
    Objects.checkIndex(example, exampleCount());
    return lastAtMost(exampleStarts, puzzleIds.length, example);
  }

  /** A reader of tokens; one per thread. */
  public ExampleCursor cursor() {
    return new ExampleCursor(this);
  }

  int batchOf(int example) {
    Objects.checkIndex(example, exampleCount());
    return lastAtMost(firstExamples, firstExamples.length, example);
  }

  BatchLocation batch(int batch) {
    return batches[batch];
  }

  private static int lastAtMost(int[] ascending, int length, int key) {
    int found = Arrays.binarySearch(ascending, 0, length, key);
    return found >= 0 ? found : -found - 2;
  }
}
