package org.tinyrecursive.transforms.dataset.view;

import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** A Sudoku beside its answer, clues and found digits apart. */
final class SudokuDrawing implements PuzzleDrawing {
  private final SudokuShape shape;

  SudokuDrawing(SudokuShape shape) {
    this.shape = shape;
  }

  @Override
  public List<DrawnGrid> draw(byte[] inputs, byte[] labels) {
    SudokuGrid question = grid(inputs);
    SudokuGrid answer = grid(labels);
    return List.of(grid("question", question, question), grid("answer", question, answer));
  }

  private SudokuGrid grid(byte[] tokens) {
    try {
      return SudokuGrid.ofTokens(shape, tokens);
    } catch (IllegalArgumentException e) {
      throw new InputRefusedException(
          "an example is no Sudoku: %s; `trm dataset verify` tells what else is wrong"
              .formatted(e.getMessage()),
          e);
    }
  }

  private DrawnGrid grid(String title, SudokuGrid question, SudokuGrid shown) {
    String text = shown.text();
    List<DrawnCell> cells =
        IntStream.range(0, shape.cells())
            .mapToObj(
                i -> {
                  if (shown.cell(i) == 0) {
                    return DrawnCell.EMPTY;
                  }
                  CellInk ink = question.cell(i) == 0 ? CellInk.ANSWER : CellInk.GIVEN;
                  return new DrawnCell(text.substring(i, i + 1), ink);
                })
            .toList();
    return new DrawnGrid(
        title, shape.side(), shape.side(), shape.boxRows(), shape.boxColumns(), cells);
  }
}
