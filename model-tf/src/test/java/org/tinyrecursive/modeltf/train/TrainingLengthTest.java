package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.transforms.InputRefusedException;

class TrainingLengthTest {
  private static TrainingLength length(FakePuzzles puzzles, TrainConfig config) {
    return TrainingLength.of(
        config, puzzles, puzzles.meanPuzzleExamples(), new PuzzleSampler(puzzles, config));
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 8, 5, 5, 6", "100, 3, 10, 7, 1, 70", "9, 1, 8, 1, 1, 1"})
  void stepsAreEpochsTimesExamplesOverBatch(
      int groups, int puzzles, int batch, int epochs, int interval, long steps) {
    TrainConfig config = TestRecipes.train(batch, epochs, interval);
    assertThat(length(FakePuzzles.single(groups, puzzles), config).totalSteps()).isEqualTo(steps);
  }

  @Test
  void aBatchThatNoIterationFillsIsRefusedWithTheRemedy() {
    TrainConfig config = TestRecipes.train(64, 10, 2);
    assertThatThrownBy(() -> length(FakePuzzles.single(10, 4), config))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("train.global_batch_size is 64")
        .hasMessageContaining("only 20 examples")
        .hasMessageContaining("raise train.eval_interval to at least 7");
  }

  @Test
  void aVisitThatTakesAFewExamplesMakesTrainingShorter() {
    FakePuzzles puzzles = new FakePuzzles(new int[] {1, 1}, new int[] {50, 50});
    assertThat(length(puzzles, TestRecipes.visiting(4, 8, 30, 30)).totalSteps()).isEqualTo(30);
    assertThatThrownBy(() -> length(puzzles, TestRecipes.visiting(4, 32, 30, 2)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("only 16 examples");
  }

  @Test
  void aBatchAsLargeAsAnIterationIsFine() {
    assertThat(length(FakePuzzles.single(10, 4), TestRecipes.train(20, 10, 2)).totalSteps())
        .isEqualTo(5);
  }
}
