package org.tinyrecursive.transforms.beam;

import java.io.IOException;

/** Takes the rows of one group. */
public interface GroupRows {
  /**
   * The {@code puzzle_id} of the group's puzzle 0, within the split: dense over the ids that the
   * records before this one take up.
   */
  int firstPuzzle();

  /**
   * Adds a row.
   *
   * @param puzzle number of the puzzle in its group, below what {@link GroupExpansion#puzzles} said
   * @param identifier row of the puzzle embedding table, 0 and above
   * @param example number of the example in its puzzle
   * @param inputs [seq_len] tokens, copied
   * @param labels [seq_len] tokens, copied
   */
  void add(int puzzle, int identifier, int example, byte[] inputs, byte[] labels)
      throws IOException;

  /**
   * Keeps a line for the {@link Companion}s, which see all lines of a split in the order of its
   * groups; only where {@link GroupExpansion#hasNotes} is true.
   */
  void note(String line) throws IOException;

  /**
   * Adds to a counter of {@link BuildCounters}, such as {@link BuildCounters#DUPLICATE}; rows
   * written and records kept are counted anyway.
   */
  void count(String counter, long amount);
}
