package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.MazeFormat;
import org.tinyrecursive.transforms.beam.MazeScoreReport;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ScoreMazePredictions;
import org.tinyrecursive.transforms.beam.ScoreSudokuPredictions;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.maze.MazeShape;

/** Predicted mazes in, their score out. */
public final class MazeScorePipeline {
  private MazeScorePipeline() {}

  /**
   * Scores predictions.
   *
   * @param counters sees how many predictions have been scored
   * @throws InputRefusedException if a file cannot be used, more rows are refused than allowed, or
   *     there is nothing to score
   */
  public static MazeScoreReport run(
      MazeScoreSettings settings, BeamSettings beam, RunCounters counters) {
    BeamRun run = BeamRun.prepare(beam, ScoreSudokuPredictions.COUNTERS);
    List<RawSource> predictions = PredictionFiles.find(settings.predictions(), "maze");
    RawSource answers = new RawSource(settings.answers(), settings.split(), predictions.size());
    predictions.forEach(source -> run.readsFrom("--predictions", source.spec()));
    run.readsFrom("--answers", answers.spec());
    HandoverFile file = run.handoverFile("maze-score.json");
    try {
      Pipeline pipeline = run.createPipeline();
      ScoreMazePredictions score =
          new ScoreMazePredictions(
              shape(settings, answers),
              SudokuScorePipeline.sources(pipeline, "List answers", List.of(answers)));
      SudokuScorePipeline.sources(pipeline, "List predictions", predictions)
          .apply("Score", score)
          .apply("Write report", ParDo.of(new WriteReportFn<>(file)));
      run.run(pipeline, counters);
      MazeScoreReport report = ReportJson.take(file, MazeScoreReport.class);
      RejectCheck.check(report.rejects(), report.firstRejects(), settings.maxRejects());
      if (report.score().puzzles() == 0) {
        throw new InputRefusedException(settings.predictions() + ": no prediction to score");
      }
      return report;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static MazeShape shape(MazeScoreSettings settings, RawSource answers) throws IOException {
    if (PredictionFiles.isLocalFolder(answers.spec())) {
      TokenLayout tokens = DatasetManifest.load(Path.of(answers.spec())).tokens();
      return new MazeShape(tokens.gridRows(), tokens.gridColumns());
    }
    return MazeFormat.find(List.of(answers), settings.rows(), settings.columns()).shape();
  }
}
