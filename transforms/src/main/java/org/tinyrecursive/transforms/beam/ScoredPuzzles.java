package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.maze.MazeGrid;
import org.tinyrecursive.transforms.maze.MazePredictionCsv;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.prediction.PredictionColumns.Fields;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuPrediction.Claim;
import org.tinyrecursive.transforms.sudoku.SudokuPredictionCsv;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** What files of predictions and of answers look like. */
sealed interface ScoredPuzzles extends Serializable {
  /** One puzzle, for messages. */
  String name();

  /**
   * A reader of predictions below this header.
   *
   * @throws InputRefusedException if a column is missing
   */
  RowParser predictions(String header);

  /**
   * The format of a raw file with answers.
   *
   * @throws InputRefusedException if no row of it is good
   */
  RowFormat answers(RawSource source);

  /**
   * A grid of tokens as text.
   *
   * @throws IllegalArgumentException if it is none
   */
  String text(byte[] tokens);

  /** Reads the rows below one header. */
  @FunctionalInterface
  interface RowParser {
    /** A row with its place. */
    PredictedRow parse(RawSource source, long line, String text) throws RejectedRowException;
  }

  /** Sudokus of any size. */
  record Sudokus() implements ScoredPuzzles {
    @Override
    public String name() {
      return "Sudoku";
    }

    @Override
    public RowParser predictions(String header) {
      SudokuPredictionCsv csv = SudokuPredictionCsv.ofHeader(header);
      return (source, line, text) -> PredictedRow.of(source, line, csv.parseRow(text));
    }

    @Override
    public RowFormat answers(RawSource source) {
      return SudokuFormat.find(List.of(source))
          .orElseThrow(
              () -> new InputRefusedException(source.spec() + ": no row of it is a solved Sudoku"));
    }

    @Override
    public String text(byte[] tokens) {
      return SudokuGrid.ofTokens(SudokuShape.ofCells(tokens.length), tokens).text();
    }
  }

  /**
   * Mazes of one size.
   *
   * @param rows of every maze
   * @param columns of every maze
   */
  record Mazes(int rows, int columns) implements ScoredPuzzles {
    MazeShape shape() {
      return new MazeShape(rows, columns);
    }

    @Override
    public String name() {
      return "maze";
    }

    @Override
    public RowParser predictions(String header) {
      MazePredictionCsv csv = MazePredictionCsv.ofHeader(header);
      return (source, line, text) -> {
        Fields row = csv.parseRow(text, shape());
        return new PredictedRow(
            source.index(),
            source.name(),
            line,
            row.id(),
            row.question(),
            row.prediction(),
            Claim.NONE);
      };
    }

    @Override
    public RowFormat answers(RawSource source) {
      return MazeFormat.find(List.of(source), OptionalInt.of(rows), OptionalInt.of(columns));
    }

    @Override
    public String text(byte[] tokens) {
      return MazeGrid.ofTokens(shape(), tokens).text();
    }
  }
}
