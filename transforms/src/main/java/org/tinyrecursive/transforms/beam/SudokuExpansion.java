package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.Serializable;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** Which puzzles one row of the raw data becomes: the puzzles of one group. */
public sealed interface SudokuExpansion extends Serializable
    permits SymmetricCopies, RevealedClues {
  /** How many puzzles the row becomes, 1 and above. */
  int puzzles(PuzzleRow row);

  /**
   * Makes the puzzles, in order.
   *
   * @param consumer receives arrays that are overwritten by the next puzzle
   */
  void expand(SudokuShape shape, PuzzleRow row, ExampleConsumer consumer) throws IOException;

  /** Receives examples. */
  @FunctionalInterface
  interface ExampleConsumer {
    /**
     * Takes one example.
     *
     * @param copy number of the puzzle in its group, from 0, the original
     * @param inputs [cells] tokens of the question
     * @param labels [cells] tokens of the answer
     */
    void accept(int copy, byte[] inputs, byte[] labels) throws IOException;
  }
}
