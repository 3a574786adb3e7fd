package org.tinyrecursive.pipelines.predict;

import java.util.Optional;
import org.tinyrecursive.modeltf.predict.AnswerCheck;
import org.tinyrecursive.transforms.arc.vote.ArcPredictionCsv;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.maze.MazePredictionCsv;
import org.tinyrecursive.transforms.maze.MazeRules;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.sudoku.SudokuPredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuRules;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** What differs between the puzzles that {@link PuzzlePredictPipeline} predicts. */
public enum PuzzleTask {
  /** Sudokus of any size. */
  SUDOKU("sudoku") {
    @Override
    String formatRow(TokenLayout tokens, Prediction row) {
      return SudokuPredictionCsv.formatRow(SudokuShape.ofCells(tokens.seqLen()), row);
    }

    @Override
    AnswerCheck rules(TokenLayout tokens) {
      SudokuShape shape = SudokuShape.ofCells(tokens.seqLen());
      return (question, answer) -> SudokuRules.isSolution(shape, question, answer);
    }
  },
  /** Mazes of any size. */
  MAZE("maze") {
    @Override
    String formatRow(TokenLayout tokens, Prediction row) {
      return MazePredictionCsv.formatRow(row);
    }

    @Override
    AnswerCheck rules(TokenLayout tokens) {
      MazeShape shape = new MazeShape(tokens.gridRows(), tokens.gridColumns());
      return (question, answer) -> MazeRules.isShortestPath(shape, question, answer);
    }
  },
  /** Augmented ARC tasks, which then vote. */
  ARC("arc") {
    @Override
    String formatRow(TokenLayout tokens, Prediction row) {
      return ArcPredictionCsv.formatRow(row);
    }

    /** Nobody has written them down. */
    @Override
    AnswerCheck rules(TokenLayout tokens) {
      return AnswerCheck.NONE;
    }

    @Override
    boolean hasRules() {
      return false;
    }

    @Override
    Optional<String> names() {
      return Optional.of(PuzzleNames.FILE_NAME);
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

  /** Whether answers can be told right from wrong without knowing them. */
  boolean hasRules() {
    return true;
  }

  /** The file of the dataset that names the puzzles of the predictions; empty: they need none. */
  Optional<String> names() {
    return Optional.empty();
  }

  /**
   * A prediction as a line of {@code predictions.csv}, without its end.
   *
   * @param tokens what the tokens mean
   */
  abstract String formatRow(TokenLayout tokens, Prediction row);

  /**
   * Tells right answers by the puzzle's rules.
   *
   * @param tokens what the tokens mean
   */
  abstract AnswerCheck rules(TokenLayout tokens);
}
