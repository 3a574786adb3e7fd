package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArcGridTest {
  @Test
  void textIsReadBack() {
    ArcGrid grid = ArcGrid.parse("012/345");
    assertThat(grid).hasToString("012/345").isEqualTo(ArcGrid.parse("012/345"));
    assertThat(grid).isNotEqualTo(ArcGrid.parse("01/23/45")).isNotEqualTo(ArcGrid.parse("012/346"));
    assertThat(grid.rows()).isEqualTo(2);
    assertThat(grid.columns()).isEqualTo(3);
    assertThat(grid.cell(1, 2)).isEqualTo(5);
  }

  @Test
  void cellsAreNotShared() {
    byte[] cells = {1, 2};
    ArcGrid grid = ArcGrid.of(1, 2, cells);
    cells[0] = 9;
    grid.toCells()[1] = 9;
    assertThat(grid).hasToString("12");
  }

  @Test
  void sidesAndColoursOutOfRangeAreRefused() {
    assertThatThrownBy(() -> ArcGrid.of(31, 1, new byte[31]))
        .hasMessage("grid is 31×1, allowed: sides of 1 to 30");
    assertThatThrownBy(() -> ArcGrid.of(0, 1, new byte[0]))
        .hasMessage("grid is 0×1, allowed: sides of 1 to 30");
    assertThatThrownBy(() -> ArcGrid.of(1, 2, new byte[3])).hasMessage("grid of 1×2 has 3 cells");
    assertThatThrownBy(() -> ArcGrid.of(1, 1, new byte[] {10}))
        .hasMessage("colour is 10, allowed: 0 to 9");
    assertThatThrownBy(() -> ArcGrid.parse("12/3")).hasMessage("rows of \"12/3\" differ in length");
    assertThatThrownBy(() -> ArcGrid.parse("12").cell(0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aTaskHasPairsOfBothKindsAndAnIdWithoutSeparators() {
    ArcPair pair = new ArcPair(ArcGrid.parse("1"), ArcGrid.parse("2"));
    assertThatThrownBy(() -> new ArcTask("t", List.of(pair), List.of()))
        .hasMessage("task t has 1 train and 0 test pairs, expected at least one of each");
    assertThatThrownBy(() -> new ArcTask("a|||b", List.of(pair), List.of(pair)))
        .hasMessageContaining("without |||");
  }
}
