package org.tinyrecursive.transforms.dataset.view;

import java.util.List;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** Turns the tokens of an example into what a person of that task would draw. */
interface PuzzleDrawing {
  /**
   * Draws an example.
   *
   * @param inputs [seqLen] tokens
   * @param labels [seqLen] tokens
   */
  List<DrawnGrid> draw(byte[] inputs, byte[] labels);

  /** The drawing of a dataset's task; plain token values where the task has none of its own. */
  static PuzzleDrawing of(DatasetManifest manifest) {
    TokenLayout tokens = manifest.tokens();
    return switch (manifest.task()) {
      case "sudoku" -> new SudokuDrawing(SudokuShape.ofSide(tokens.gridRows()));
      case "maze" -> new MazeDrawing(new MazeShape(tokens.gridRows(), tokens.gridColumns()));
      case "arc" -> new ArcDrawing(tokens);
      default -> new TokenDrawing(tokens);
    };
  }
}
