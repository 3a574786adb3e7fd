package org.tinyrecursive.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.MazeScoreReport;
import org.tinyrecursive.transforms.maze.MazeScore;

class MazeScorePipelineTest {
  @TempDir private Path folder;

  /** A hall of 2 × 3, where three ways are shortest: the one given and two others. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anyShortestPathCountsAndTheOneGivenAlone(int workers) throws IOException {
    Path answers =
        write(
            "answers.csv",
            "source,question,answer,rating",
            "halls,S    G,Soo  G,3",
            "corridors,S #  G,So# oG,3");
    Path predictions =
        write(
            "predictions.csv",
            "id,question,prediction",
            "0,S    G,S  ooG",
            "1,S    G,Soo  G",
            "2,S    G,Sooo G",
            "3,S    G,S  oo?");

    MazeScoreReport report = score(predictions, answers, workers, 0);
    MazeScore score = report.score();

    assertThat(score.puzzles()).isEqualTo(4);
    assertThat(score.exact()).isEqualTo(1);
    assertThat(score.shortestPaths()).isEqualTo(2);
    assertThat(score.bySource().keySet()).containsExactly("halls");
    assertThat(report.repeated()).isEqualTo(3);
    assertThat(report.missing()).isEqualTo(1);
  }

  @Test
  void badRowsAndUnknownQuestionsAreRefusedByPlace() throws IOException {
    Path answers = write("answers.csv", "source,question,answer,rating", "halls,S    G,Soo  G,3");
    Path predictions =
        write(
            "predictions.csv", "question,prediction", "S    G,Sxo  G", "S    G,S", "S #  G,Soo  G");

    assertThatThrownBy(() -> score(predictions, answers, 1, 2))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("predictions.csv:2: prediction has 'x' at row 1, column 2")
        .hasMessageContaining("predictions.csv:3: prediction has 1 cells, expected 6")
        .hasMessageContaining("predictions.csv:4: question is not among the answers given")
        .hasMessageContaining("3 rows are refused, --max-rejects allows 2");
  }

  @Test
  void nothingToScoreIsRefused() throws IOException {
    Path answers = write("answers.csv", "source,question,answer,rating", "halls,S    G,Soo  G,3");
    Path predictions = write("predictions.csv", "question,prediction");

    assertThatThrownBy(() -> score(predictions, answers, 1, 0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no prediction to score");
  }

  private static MazeScoreReport score(
      Path predictions, Path answers, int workers, long maxRejects) {
    MazeScoreSettings rows =
        MazeScoreSettings.of(predictions.toString(), answers.toString()).withRows(2);
    return MazeScorePipeline.run(
        new MazeScoreSettings(
            rows.predictions(),
            rows.answers(),
            rows.split(),
            rows.rows(),
            rows.columns(),
            maxRejects),
        BeamSettings.direct(workers),
        RunCounters.IGNORED);
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
