package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.sudoku.SudokuCanonicalForm;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuInvariant;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Sudokus, up to all that augmentation does to them, see {@link SudokuCanonicalForm}.
 *
 * @param side of every puzzle
 */
public record SudokuQuestionForm(int side) implements QuestionForm {
  @Override
  public long invariant(byte[] question) {
    return SudokuInvariant.of(grid(question));
  }

  @Override
  public String canonical(byte[] question) {
    return SudokuCanonicalForm.of(grid(question));
  }

  private SudokuGrid grid(byte[] question) {
    return SudokuGrid.ofTokens(SudokuShape.ofSide(side), question);
  }
}
