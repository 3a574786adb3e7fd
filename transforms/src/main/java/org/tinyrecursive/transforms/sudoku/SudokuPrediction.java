package org.tinyrecursive.transforms.sudoku;

/**
 * One row of a predictions file.
 *
 * @param id name of the row, empty where the file has none
 * @param question the clues
 * @param prediction the predicted grid; a blank is a cell for which no digit was predicted
 * @param claim what the file says about the row
 */
public record SudokuPrediction(String id, SudokuGrid question, SudokuGrid prediction, Claim claim) {

  /** Content of the column {@code correct}: what the file's writer says, not what we trust. */
  public enum Claim {
    CORRECT,
    WRONG,
    /** The file has no such column, or it is empty here. */
    NONE
  }

  /**
   * @throws IllegalArgumentException if the two grids have different shapes
   */
  public SudokuPrediction {
    if (!question.shape().equals(prediction.shape())) {
      throw new IllegalArgumentException(
          String.format(
              "prediction has %d cells, expected %d",
              prediction.shape().cells(), question.shape().cells()));
    }
  }
}
