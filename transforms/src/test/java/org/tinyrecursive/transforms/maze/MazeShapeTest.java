package org.tinyrecursive.transforms.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;

class MazeShapeTest {
  private static final OptionalInt NONE = OptionalInt.empty();

  @Test
  void nothingGivenMeansSquare() {
    assertThat(MazeShape.ofCells(900, NONE, NONE)).isEqualTo(new MazeShape(30, 30));
    assertRefused(
        600,
        NONE,
        NONE,
        "has 600 cells, which is no square of 2 to 64; give --rows or --columns of a rectangular maze");
    assertRefused(
        10_000,
        NONE,
        NONE,
        "has 10000 cells, which is no square of 2 to 64; give --rows or --columns of a rectangular maze");
  }

  @Test
  void oneSizeGivesTheOther() {
    assertThat(MazeShape.ofCells(600, OptionalInt.of(20), NONE)).isEqualTo(new MazeShape(20, 30));
    assertThat(MazeShape.ofCells(600, NONE, OptionalInt.of(20))).isEqualTo(new MazeShape(30, 20));
    assertRefused(
        600, OptionalInt.of(7), NONE, "has 600 cells, expected a multiple of 7, the rows given");
  }

  @Test
  void bothSizesMustFit() {
    assertThat(MazeShape.ofCells(6, OptionalInt.of(2), OptionalInt.of(3)))
        .isEqualTo(new MazeShape(2, 3));
    assertRefused(
        900, OptionalInt.of(20), OptionalInt.of(30), "has 900 cells, expected 600: 20 rows of 30");
  }

  @Test
  void impossibleSizesAreRefused() {
    assertRefused(6, OptionalInt.of(0), NONE, "rows of a maze are 0, allowed: 1 to 64");
    assertThatThrownBy(() -> new MazeShape(3, 65))
        .hasMessage("columns of a maze are 65, allowed: 1 to 64");
    assertThatThrownBy(() -> new MazeShape(1, 1)).hasMessageContaining("no room");
  }

  @Test
  void neighboursStayInTheMaze() {
    MazeShape shape = new MazeShape(2, 3);
    assertThat(neighbours(shape, 0)).containsExactly(3, 1, -1, -1);
    assertThat(neighbours(shape, 2)).containsExactly(5, -1, -1, 1);
    assertThat(neighbours(shape, 3)).containsExactly(-1, 4, 0, -1);
    assertThat(neighbours(shape, 4)).containsExactly(-1, 5, 1, 3);
  }

  private static int[] neighbours(MazeShape shape, int cell) {
    int[] found = new int[MazeShape.DIRECTIONS];
    for (int i = 0; i < found.length; i++) {
      found[i] = shape.neighbour(cell, i);
    }
    return found;
  }

  private static void assertRefused(
      int cells, OptionalInt rows, OptionalInt columns, String message) {
    assertThatThrownBy(() -> MazeShape.ofCells(cells, rows, columns))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(message);
  }
}
