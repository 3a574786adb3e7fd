package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ScoreSudokuPredictions;
import org.tinyrecursive.transforms.beam.ScoreSudokuPredictions.Truth;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;

/** Predictions in, their score out. */
public final class SudokuScorePipeline {
  private SudokuScorePipeline() {}

  /**
   * Scores predictions.
   *
   * @param counters sees how many predictions have been scored
   * @throws InputRefusedException if a file cannot be used, more rows are refused than allowed, or
   *     there is nothing to score
   */
  public static SudokuScoreReport run(
      SudokuScoreSettings settings, BeamSettings beam, RunCounters counters) {
    BeamRun run = BeamRun.prepare(beam, ScoreSudokuPredictions.COUNTERS);
    List<RawSource> predictions = PredictionFiles.find(settings.predictions(), "sudoku");
    List<RawSource> answers =
        settings.answers().stream()
            .map(spec -> new RawSource(spec, settings.split(), predictions.size()))
            .toList();
    SudokuScoreReport report = run(run, predictions, answers, counters);
    check(report, settings);
    return report;
  }

  private static SudokuScoreReport run(
      BeamRun run, List<RawSource> predictions, List<RawSource> answers, RunCounters counters) {
    predictions.forEach(source -> run.readsFrom("--predictions", source.spec()));
    answers.forEach(source -> run.readsFrom("--answers", source.spec()));
    HandoverFile file = run.handoverFile("sudoku-score.json");
    try {
      Pipeline pipeline = run.createPipeline();
      ScoreSudokuPredictions score =
          new ScoreSudokuPredictions(
              answers.isEmpty() ? Truth.SOLVER : Truth.ANSWERS,
              sources(pipeline, "List answers", answers));
      sources(pipeline, "List predictions", predictions)
          .apply("Score", score)
          .apply("Write report", ParDo.of(new WriteReportFn<>(file)));
      run.run(pipeline, counters);
      return ReportJson.take(file, SudokuScoreReport.class);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static PCollection<RawSource> sources(Pipeline pipeline, String step, List<RawSource> sources) {
    return pipeline.apply(
        step, Create.of(sources).withCoder(SerializableCoder.of(RawSource.class)));
  }

  private static void check(SudokuScoreReport report, SudokuScoreSettings settings) {
    RejectCheck.check(report.rejects(), report.firstRejects(), settings.maxRejects());
    if (report.score().puzzles() == 0) {
      throw new InputRefusedException(settings.predictions() + ": no prediction to score");
    }
  }
}
