package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.config.CurriculumConfig;

class CurriculumTest {
  private static final int CELLS = 20;
  private static final int BLANK = 1;

  private static int[] labels() {
    int[] labels = new int[CELLS];
    Arrays.setAll(labels, i -> 2 + i % 9);
    return labels;
  }

  private static int[] inputs(int known) {
    int[] inputs = labels();
    Arrays.fill(inputs, known, CELLS, BLANK);
    return inputs;
  }

  private static int known(int... inputs) {
    return (int) Arrays.stream(inputs).filter(token -> token != BLANK).count();
  }

  private static int[] revealed(CurriculumConfig config, long step, int row, int known) {
    int[] inputs = inputs(known);
    new Curriculum(config, BLANK, 100, 7).reveal(step, row, inputs, labels(), 0, CELLS);
    return inputs;
  }

  @Test
  void theCeilingFallsLinearlyThenStays() {
    Curriculum curriculum = new Curriculum(new CurriculumConfig(18, 8, 5, 0.5), BLANK, 100, 7);
    assertThat(curriculum.ceiling(1)).isEqualTo(18);
    assertThat(curriculum.ceiling(26)).isEqualTo(13);
    assertThat(curriculum.ceiling(51)).isEqualTo(8);
    assertThat(curriculum.ceiling(100)).isEqualTo(8);
  }

  @Test
  void knownCellsSpreadUniformlyBetweenFloorAndCeiling() {
    CurriculumConfig config = new CurriculumConfig(12, 12, 0, 1);
    int[] counts = new int[CELLS + 1];
    for (int row = 0; row < 5000; row++) {
      counts[known(revealed(config, 3, row, 8))]++;
    }
    for (int known = 0; known <= CELLS; known++) {
      if (known < 8 || known > 12) {
        assertThat(counts[known]).isZero();
      } else {
        assertThat(counts[known]).isBetween(850, 1150);
      }
    }
  }

  @Test
  void rowsAreRaisedToTheFloorAndRicherOnesKeepTheirOwn() {
    CurriculumConfig config = new CurriculumConfig(10, 10, 10, 1);
    assertThat(known(revealed(config, 1, 0, 4))).isEqualTo(10);
    assertThat(revealed(config, 1, 0, 15)).isEqualTo(inputs(15));
  }

  @Test
  void onlyBlanksChangeAndOnlyToTheAnswer() {
    int[] inputs = revealed(new CurriculumConfig(16, 16, 16, 1), 1, 0, 3);
    int[] labels = labels();
    for (int i = 0; i < CELLS; i++) {
      assertThat(inputs[i]).isIn(labels[i], BLANK);
    }
    assertThat(Arrays.copyOf(inputs, 3)).isEqualTo(Arrays.copyOf(labels, 3));
  }

  @Test
  void cellsWithoutALabelStayBlank() {
    int[] inputs = inputs(0);
    int[] labels = labels();
    Arrays.fill(labels, 0, 10, Batch.IGNORE_LABEL);
    new Curriculum(new CurriculumConfig(20, 20, 20, 1), BLANK, 100, 7)
        .reveal(1, 0, inputs, labels, 0, CELLS);
    assertThat(known(inputs)).isEqualTo(10);
    assertThat(Arrays.copyOf(inputs, 10)).containsOnly(BLANK);
  }

  @Test
  void stepAndRowDecideWhatIsRevealed() {
    CurriculumConfig config = new CurriculumConfig(12, 12, 10, 1);
    assertThat(revealed(config, 5, 3, 4)).isEqualTo(revealed(config, 5, 3, 4));
    Set<String> different = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      different.add(Arrays.toString(revealed(config, 5, i, 4)));
      different.add(Arrays.toString(revealed(config, 6, i, 4)));
    }
    assertThat(different).hasSizeGreaterThan(35);
  }

  @Test
  void otherRowsOfTheBatchAreLeftAlone() {
    int[] inputs = new int[3 * CELLS];
    int[] labels = new int[3 * CELLS];
    Arrays.fill(inputs, BLANK);
    Arrays.fill(labels, 5);
    new Curriculum(new CurriculumConfig(20, 20, 20, 1), BLANK, 100, 7)
        .reveal(1, 1, inputs, labels, CELLS, CELLS);
    assertThat(Arrays.copyOfRange(inputs, 0, CELLS)).containsOnly(BLANK);
    assertThat(Arrays.copyOfRange(inputs, CELLS, 2 * CELLS)).containsOnly(5);
    assertThat(Arrays.copyOfRange(inputs, 2 * CELLS, 3 * CELLS)).containsOnly(BLANK);
  }
}
