package org.tinyrecursive.transforms.sudoku;

import java.util.function.LongConsumer;
import org.tinyrecursive.transforms.samples.SampleDraw;
import org.tinyrecursive.transforms.samples.Samples;

/** Sudokus to train on and to hold out. */
public final class SudokuSamples {
  private SudokuSamples() {}

  /**
   * Draws both sets, as {@link SampleDraw} does.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if a count is negative, or there are
   *     not so many puzzles
   */
  public static Samples<SudokuPuzzle> draw(
      SudokuGenerator generator, int trainCount, int testCount, LongConsumer progress) {
    return new SampleDraw<SudokuPuzzle>(
            generator::puzzle,
            SudokuPuzzle::question,
            puzzle -> SudokuCanonicalForm.of(puzzle.question()),
            "a larger grid or a wider difficulty")
        .draw(trainCount, testCount, progress);
  }
}
