package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import org.tinyrecursive.transforms.beam.GroupRows;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/** Takes the rows of one group after the other and writes them to one file. */
final class LoopGroups implements GroupRows {
  private final ShardWriter writer;
  private int group = -1;
  private int firstPuzzle;
  private int puzzles;
  private long rows;

  LoopGroups(ShardWriter writer) {
    this.writer = writer;
  }

  /** Goes on to the next group, which takes up so many puzzle ids. */
  void begin(int puzzleIds) {
    group++;
    firstPuzzle += puzzles;
    puzzles = puzzleIds;
  }

  /** Rows so far. */
  long rows() {
    return rows;
  }

  @Override
  public int firstPuzzle() {
    return firstPuzzle;
  }

  @Override
  public void add(int puzzle, int identifier, int example, byte[] inputs, byte[] labels)
      throws IOException {
    writer.append(group, firstPuzzle + puzzle, identifier, example, inputs, labels);
    rows++;
  }

  @Override
  public void note(String line) {
    // Names are not part of what is timed.
  }

  @Override
  public void count(String counter, long amount) {
    // The loop has no counters.
  }
}
