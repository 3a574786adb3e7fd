package org.tinyrecursive.workflows.walls.broken.transforms.sudoku;

final class GridUtils {
  private GridUtils() {}

  static void print(Grid grid) {
    System.out.println(grid);
  }
}
