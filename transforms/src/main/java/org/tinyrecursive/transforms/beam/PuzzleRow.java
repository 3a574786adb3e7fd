package org.tinyrecursive.transforms.beam;

import java.util.Comparator;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A checked puzzle on its way to a shard: tokens, and the key that everything random about it is
 * derived from.
 */
public final class PuzzleRow {
  /** File, then line: tells equal puzzles apart, so that every order is total. */
  static final Comparator<PuzzleRow> BY_ORIGIN =
      Comparator.<PuzzleRow>comparingInt(row -> row.sourceIndex).thenComparingLong(row -> row.line);

  private static final int PRIORITY = 0;
  private static final int PLACE = 1;
  private static final int SYMMETRY = 2;

  private final int sourceIndex;
  private final long line;
  private final long key;
  private final byte[] question;
  private final byte[] answer;

  PuzzleRow(int sourceIndex, long line, long key, byte[] question, byte[] answer) {
    this.sourceIndex = sourceIndex;
    this.line = line;
    this.key = key;
    this.question = question;
    this.answer = answer;
  }

  /** A row of the {@code sourceIndex}-th file, at this line. */
  public static PuzzleRow of(int sourceIndex, long line, CheckedRow row) {
    return new PuzzleRow(
        sourceIndex, line, StableRandom.hash(row.text()), row.question(), row.answer());
  }

  /** The smaller, the earlier a sample takes this row; unsigned. */
  long priority(long seed) {
    return StableRandom.of(seed, key, PRIORITY).nextLong();
  }

  /** Where this row stands in its split; unsigned. */
  long place(long seed) {
    return StableRandom.of(seed, key, PLACE).nextLong();
  }

  /** The stream that the {@code copy}-th symmetric copy is drawn from. */
  StableRandom symmetryStream(long seed, int copy) {
    return StableRandom.of(seed, key, SYMMETRY, copy);
  }

  int sourceIndex() {
    return sourceIndex;
  }

  long line() {
    return line;
  }

  long key() {
    return key;
  }

  /** [cells] tokens; shared, not to be changed. */
  byte[] question() {
    return question;
  }

  /** [cells] tokens; shared, not to be changed. */
  byte[] answer() {
    return answer;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PuzzleRow row && sourceIndex == row.sourceIndex && line == row.line;
  }

  @Override
  public int hashCode() {
    return 31 * sourceIndex + Long.hashCode(line);
  }
}
