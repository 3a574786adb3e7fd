package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import org.tinyrecursive.transforms.sudoku.SudokuShape;
import org.tinyrecursive.transforms.sudoku.SudokuSymmetry;

/**
 * The original, then copies under random symmetries. Copy k depends on (seed, question, k) alone.
 *
 * @param seed of the symmetries
 * @param copies how many besides the original, 0 and above
 */
public record SymmetricCopies(long seed, int copies) implements SudokuExpansion {
  @Override
  public int puzzles(PuzzleRow row) {
    return 1 + copies;
  }

  @Override
  public void expand(SudokuShape shape, PuzzleRow row, ExampleConsumer consumer)
      throws IOException {
    consumer.accept(0, row.question(), row.answer());
    byte[] inputs = new byte[shape.cells()];
    byte[] labels = new byte[shape.cells()];
    for (int copy = 1; copy <= copies; copy++) {
      SudokuSymmetry symmetry = SudokuSymmetry.random(shape, row.symmetryStream(seed, copy));
      symmetry.applyTokens(row.question(), inputs);
      symmetry.applyTokens(row.answer(), labels);
      consumer.accept(copy, inputs, labels);
    }
  }
}
