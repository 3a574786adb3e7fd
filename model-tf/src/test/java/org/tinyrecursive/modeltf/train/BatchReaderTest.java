package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
  private final FakePuzzles puzzles = FakePuzzles.mixed(5);

  @Test
  void rowsHoldTheirExamplesWithIgnoredLabelsMarked() {
    try (BatchReader reader = new BatchReader(puzzles, FakePuzzles.SHAPE)) {
      Batch batch = reader.allocate(2);
      reader.fill(batch, new int[] {3, 9});

      assertThat(Arrays.copyOf(batch.labels(), 3)).containsExactly(2 + 3, 2, 2);
      assertThat(Arrays.copyOfRange(batch.labels(), 6, 9)).containsExactly(2 + 1, 2 + 1, 2);
      assertThat(batch.labels()[5]).isEqualTo(Batch.IGNORE_LABEL);
      assertThat(Arrays.copyOf(batch.inputs(), 6)).containsExactly(5, 1, 2, 1, 2, 1);
      assertThat(batch.puzzleIdentifiers())
          .containsExactly(puzzles.puzzleOf(3) + 1, puzzles.puzzleOf(9) + 1);
      assertThat(batch.filled()).isEqualTo(2);
    }
  }

  @Test
  void rowsBeyondTheExamplesArePadded() {
    try (BatchReader reader = new BatchReader(puzzles, FakePuzzles.SHAPE)) {
      Batch buffer = reader.allocate(3);
      reader.fill(buffer, new int[] {1, 2, 3});

      Batch batch = reader.fillInOrder(buffer, 4, 1);

      assertThat(batch.filled()).isEqualTo(1);
      assertThat(batch.inputs()[0]).isEqualTo(2 + 4);
      assertThat(Arrays.copyOfRange(batch.inputs(), 6, 18)).containsOnly(FakePuzzles.SHAPE.padId());
      assertThat(Arrays.copyOfRange(batch.labels(), 6, 18)).containsOnly(Batch.IGNORE_LABEL);
      assertThat(batch.puzzleIdentifiers()).containsExactly(puzzles.puzzleOf(4) + 1, 0, 0);
    }
  }
}
