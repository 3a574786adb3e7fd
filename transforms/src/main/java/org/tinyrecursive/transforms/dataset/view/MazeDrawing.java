package org.tinyrecursive.transforms.dataset.view;

import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.maze.MazeGrid;
import org.tinyrecursive.transforms.maze.MazeShape;

/** A maze beside its answer. */
final class MazeDrawing implements PuzzleDrawing {
  private static final CellInk[] INKS = {
    CellInk.WALL, CellInk.OPEN, CellInk.START, CellInk.GOAL, CellInk.PATH
  };

  private final MazeShape shape;

  MazeDrawing(MazeShape shape) {
    this.shape = shape;
  }

  @Override
  public List<DrawnGrid> draw(byte[] inputs, byte[] labels) {
    return List.of(grid("question", inputs), grid("answer", labels));
  }

  private DrawnGrid grid(String title, byte[] tokens) {
    MazeGrid maze = maze(tokens);
    List<DrawnCell> cells =
        IntStream.range(0, shape.cells())
            .mapToObj(
                i -> {
                  int kind = maze.token(i) - MazeGrid.WALL;
                  return new DrawnCell(MazeGrid.CHARACTERS.substring(kind, kind + 1), INKS[kind]);
                })
            .toList();
    return new DrawnGrid(
        title, shape.rows(), shape.columns(), shape.rows(), shape.columns(), cells);
  }

  private MazeGrid maze(byte[] tokens) {
    try {
      return MazeGrid.ofTokens(shape, tokens);
    } catch (IllegalArgumentException e) {
      throw new InputRefusedException(
          "an example is no maze: %s; `trm dataset verify` tells what else is wrong"
              .formatted(e.getMessage()),
          e);
    }
  }
}
