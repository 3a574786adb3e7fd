package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * Cells of one colour that touch at their sides.
 *
 * @param colour of all of them; 0 for background
 * @param cells indices, row by row in no order
 */
record Region(int colour, List<Integer> cells) {

  /** All regions of a grid, those of the background too, by their first cell. */
  static List<Region> of(ArcGrid grid) {
    byte[] colours = grid.toCells();
    boolean[] seen = new boolean[colours.length];
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < colours.length; i++) {
      if (!seen[i]) {
        regions.add(new Region(colours[i], grow(grid, colours, i, seen)));
      }
    }
    return regions;
  }

  /** Regions that are not background. */
  static List<Region> objects(ArcGrid grid) {
    return of(grid).stream().filter(region -> region.colour() != Sketch.BACKGROUND).toList();
  }

  int size() {
    return cells.size();
  }

  private static List<Integer> grow(ArcGrid grid, byte[] colours, int first, boolean[] seen) {
    List<Integer> cells = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    seen[first] = true;
    int columns = grid.columns();
    while (!open.isEmpty()) {
      int cell = open.pop();
      cells.add(cell);
      int column = cell % columns;
      int[] beside = {
        cell - columns,
        cell + columns,
        column > 0 ? cell - 1 : -1,
        column < columns - 1 ? cell + 1 : -1
      };
      for (int next : beside) {
        if (next >= 0 && next < colours.length && !seen[next] && colours[next] == colours[first]) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return cells;
  }
}
