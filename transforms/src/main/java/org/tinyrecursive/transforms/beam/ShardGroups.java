package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.Writer;
import org.apache.beam.sdk.metrics.Metrics;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/** The groups of one shard, one after the other, on their way to its file. */
final class ShardGroups implements GroupRows {
  private final ShardWriter writer;
  private final Writer notes;
  private int group;
  private int firstPuzzle;
  private int puzzles;
  private long rows;
  private int largestIdentifier;

  /**
   * @param before the groups and puzzles of the shards before this one
   */
  ShardGroups(ShardWriter writer, Writer notes, ShardSize before) {
    this.writer = writer;
    this.notes = notes;
    this.group = Math.toIntExact(before.groups()) - 1;
    this.firstPuzzle = Math.toIntExact(before.puzzles());
  }

  /** Goes on to the next group, which takes up so many puzzle ids. */
  void begin(int puzzleIds) {
    group++;
    firstPuzzle += puzzles;
    puzzles = puzzleIds;
  }

  /** Rows of all groups so far. */
  long rows() {
    return rows;
  }

  /** Of all rows so far; 0 where there is none. */
  int largestIdentifier() {
    return largestIdentifier;
  }

  @Override
  public int firstPuzzle() {
    return firstPuzzle;
  }

  @Override
  public void add(int puzzle, int identifier, int example, byte[] inputs, byte[] labels)
      throws IOException {
    if (puzzle < 0 || puzzle >= puzzles) {
      throw new IllegalArgumentException(
          "puzzle %d of a group that takes up %d ids".formatted(puzzle, puzzles));
    }
    writer.append(group, firstPuzzle + puzzle, identifier, example, inputs, labels);
    largestIdentifier = Math.max(largestIdentifier, identifier);
    rows++;
  }

  @Override
  public void note(String line) throws IOException {
    notes.write(line);
    notes.write('\n');
  }

  @Override
  public void count(String counter, long amount) {
    Metrics.counter(BuildCounters.NAMESPACE, counter).inc(amount);
  }
}
