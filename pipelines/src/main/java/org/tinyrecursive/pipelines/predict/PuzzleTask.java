package org.tinyrecursive.pipelines.predict;

import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.maze.MazePredictionCsv;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.sudoku.SudokuPredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** What differs between the puzzles that {@link PuzzlePredictPipeline} predicts. */
public enum PuzzleTask {
  /** Sudokus of any size. */
  SUDOKU("sudoku") {
    @Override
    String formatRow(TokenLayout tokens, Prediction row) {
      return SudokuPredictionCsv.formatRow(SudokuShape.ofCells(tokens.seqLen()), row);
    }
  },
  /** Mazes of any size. */
  MAZE("maze") {
    @Override
    String formatRow(TokenLayout tokens, Prediction row) {
      return MazePredictionCsv.formatRow(row);
    }
  };

  private final String text;

  PuzzleTask(String text) {
    this.text = text;
  }

  /** The task's name in a dataset's manifest. */
  public String text() {
    return text;
  }

  /**
   * A prediction as a line of {@code predictions.csv}, without its end.
   *
   * @param tokens what the tokens mean
   */
  abstract String formatRow(TokenLayout tokens, Prediction row);
}
