package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;

/** Mazes take the road of Sudokus, which its own test covers; here is what is theirs. */
class MazePredictPipelineTest {
  private static final int CELLS = 20;

  @TempDir private static Path models;
  @TempDir private Path dir;
  private static TinyModel model;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    model = TinyModel.ofMazes(models);
  }

  @Test
  void everyMazeIsPredictedOnceInOrder() throws IOException {
    PredictionSummary summary = predict("out", 8, 2);
    List<String> lines = lines("out");

    assertThat(summary.task()).isEqualTo("maze");
    assertThat(summary.predictions()).isEqualTo(TinyModel.TEST_PUZZLES);
    assertThat(lines).hasSize(1 + TinyModel.TEST_PUZZLES);
    for (int id = 0; id < TinyModel.TEST_PUZZLES; id++) {
      assertThat(lines.get(1 + id))
          .matches(
              id
                  + ",\"?[# SG]{%d}\"?,\"?[# SGo?]{%d}\"?,(true|false),-?[0-9.]+,3,false"
                      .formatted(CELLS, CELLS));
    }
  }

  @Test
  void predictionsDependOnNeitherWorkersNorBatches() throws IOException {
    predict("one", 8, 1);
    predict("other", 5, 2);

    assertThat(withoutQHalt("other")).isEqualTo(withoutQHalt("one"));
  }

  @Test
  void aDatasetOfSudokusIsRefused() {
    PuzzlePredictSettings settings =
        PuzzlePredictSettings.of(
            PuzzleTask.SUDOKU, model.run(), model.data(), dir.resolve("refused"));
    assertThatThrownBy(
            () ->
                PuzzlePredictPipeline.run(
                    settings, BeamSettings.direct(1), examples -> RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is a dataset of task maze, expected sudoku");
  }

  private PredictionSummary predict(String output, int batchSize, int workers) {
    return PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(PuzzleTask.MAZE, model.run(), model.data(), dir.resolve(output))
            .withSizes(batchSize, 8),
        BeamSettings.direct(workers),
        examples -> RunCounters.IGNORED);
  }

  private List<String> lines(String output) throws IOException {
    return Files.readAllLines(dir.resolve(output).resolve("predictions.csv"));
  }

  private List<String> withoutQHalt(String output) throws IOException {
    return lines(output).stream()
        .map(line -> line.replaceFirst(",[^,]*,[^,]*,[^,]*$", ""))
        .toList();
  }
}
