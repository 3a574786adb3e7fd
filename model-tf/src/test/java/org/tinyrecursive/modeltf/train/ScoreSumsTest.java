package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreSumsTest {
  private static final int IGNORE = Batch.IGNORE_LABEL;

  @Test
  void scoresAreMeansOverExamplesWithLabels() {
    // Three rows of two cells: solved, half right with one label ignored elsewhere, no labels;
    // the fourth is padding.
    int[] labels = {1, 2, 3, 4, IGNORE, IGNORE, 9, 9};
    Batch batch = new Batch(4, 2, new int[8], labels, new int[4], 3);
    ScoreSums sums = new ScoreSums();

    sums.add(0, batch, new StepOutput(new int[8], new float[4], 6));
    sums.add(
        1, batch, new StepOutput(new int[] {1, 2, 3, 0, 5, 5, 9, 9}, new float[] {1, 1, -1, 1}, 3));

    Scores scores = sums.scores();
    assertThat(sums.examples()).isEqualTo(2);
    assertThat(scores.cellAccuracy()).isEqualTo(0.75);
    assertThat(scores.exactAccuracy()).isEqualTo(0.5);
    assertThat(scores.qHaltAccuracy()).isEqualTo(0.5);
    assertThat(scores.lmLoss()).isEqualTo(1.5);
    assertThat(scores.exactAccuracyByStep()).containsExactly(0.0, 0.5);
    assertThat(scores.cellAccuracyByStep()).containsExactly(0.0, 0.75);
  }

  @Test
  void ignoredCellsCountNowhere() {
    Batch batch = new Batch(1, 2, new int[2], new int[] {5, IGNORE}, new int[1], 1);
    ScoreSums sums = new ScoreSums();
    sums.add(0, batch, new StepOutput(new int[] {5, 3}, new float[] {0}, 0));
    assertThat(sums.scores().exactAccuracy()).isEqualTo(1);
    assertThat(sums.scores().qHaltAccuracy()).isEqualTo(1);
  }
}
