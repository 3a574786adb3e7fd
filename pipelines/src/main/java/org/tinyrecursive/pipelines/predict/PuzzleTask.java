package org.tinyrecursive.pipelines.predict;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.tinyrecursive.modeltf.predict.AnswerCheck;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.vote.ArcPredictionCsv;
import org.tinyrecursive.transforms.beam.MazeFormat;
import org.tinyrecursive.transforms.beam.RowFormat;
import org.tinyrecursive.transforms.beam.SudokuFormat;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.maze.MazeGrid;
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

    @Override
    RowFormat format(int cells, OptionalInt rows, OptionalInt columns) {
      return new SudokuFormat(shapeOf(() -> SudokuShape.ofCells(cells)).side());
    }

    @Override
    TokenLayout tokens(int cells, OptionalInt rows, OptionalInt columns) {
      SudokuShape shape = SudokuShape.ofCells(cells);
      return layout(shape.side(), shape.side(), shape.vocabSize());
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

    @Override
    RowFormat format(int cells, OptionalInt rows, OptionalInt columns) {
      MazeShape shape = shapeOf(() -> MazeShape.ofCells(cells, rows, columns));
      return new MazeFormat(shape.rows(), shape.columns());
    }

    @Override
    TokenLayout tokens(int cells, OptionalInt rows, OptionalInt columns) {
      MazeShape shape = MazeShape.ofCells(cells, rows, columns);
      return layout(shape.rows(), shape.columns(), MazeGrid.VOCAB_SIZE);
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

    @Override
    RowFormat format(int cells, OptionalInt rows, OptionalInt columns) {
      throw noRawFiles();
    }

    @Override
    TokenLayout tokens(int cells, OptionalInt rows, OptionalInt columns) {
      throw noRawFiles();
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

  /**
   * What rows of raw files look like.
   *
   * @param cells of every puzzle
   * @param rows of every puzzle, where they must be told
   * @param columns likewise
   * @throws org.tinyrecursive.transforms.InputRefusedException if no puzzle of this task has so
   *     many cells
   */
  abstract RowFormat format(int cells, OptionalInt rows, OptionalInt columns);

  /** What tokens mean in a dataset of such puzzles; parameters as for {@link #format}. */
  abstract TokenLayout tokens(int cells, OptionalInt rows, OptionalInt columns);

  private static <T> T shapeOf(Supplier<T> shape) {
    try {
      return shape.get();
    } catch (InputRefusedException noSuchPuzzle) {
      throw new InputRefusedException(
          "a puzzle of the model " + noSuchPuzzle.getMessage(), noSuchPuzzle);
    }
  }

  private static InputRefusedException noRawFiles() {
    return new InputRefusedException(
        "--input takes questions of Sudokus and mazes; for ARC tasks give --data, made by trm dataset arc; tasks that the model was not trained on have no puzzle embedding: trm adapt learns one");
  }

  /** No identifiers; padding is ignored as a label. */
  private static TokenLayout layout(int rows, int columns, int vocabSize) {
    return new TokenLayout(rows, columns, vocabSize, 0, OptionalInt.of(0), 0, 1);
  }
}
