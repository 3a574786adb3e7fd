package org.tinyrecursive.workflows.score;

import java.util.List;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.score.MazeScorePipeline;
import org.tinyrecursive.pipelines.score.MazeScoreSettings;
import org.tinyrecursive.transforms.beam.MazeScoreReport;
import org.tinyrecursive.transforms.beam.ScoreSudokuPredictions;
import org.tinyrecursive.transforms.maze.MazeScore;
import org.tinyrecursive.transforms.statistics.WilsonInterval;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.cli.TextLines;
import org.tinyrecursive.workflows.maze.MazeSizeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores predicted mazes, ours or anyone's. */
@Command(preprocessor = BeamArguments.class)
public final class ScoreMazeCommand implements Callable<Integer> {
  @Mixin private ScoreOptions options;

  @Option(
      names = "--answers",
      required = true,
      paramLabel = "CSV|DIR",
      description = "raw file (source,question,answer,rating) or dataset with the answers")
  private String answers;

  @Mixin private MazeSizeOptions size;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  /** Keys of the JSON result; accuracies from 0 to 1. */
  record Scored(
      long puzzles,
      long exact,
      double exactAccuracy,
      double exactAccuracyLow,
      double exactAccuracyHigh,
      long shortestPaths,
      double shortestPathAccuracy,
      double cellAccuracy,
      long missing,
      long repeated,
      long rejects,
      List<BySource> bySource) {}

  /** Score of the mazes of one source. */
  record BySource(String source, long puzzles, long exact, long shortestPaths) {}

  @Override
  public Integer call() {
    MazeScoreReport report =
        MazeScorePipeline.run(
            new MazeScoreSettings(
                options.predictions(),
                answers,
                options.split(),
                size.rows(),
                size.columns(),
                options.maxRejects()),
            beam.settings(),
            new CounterLines(result.err(), List.of(ScoreSudokuPredictions.SCORED)));
    Scored scored = scored(report);
    result.print(() -> text(scored), scored);
    return ExitCode.DONE;
  }

  private static Scored scored(MazeScoreReport report) {
    MazeScore score = report.score();
    WilsonInterval interval = score.exactInterval();
    return new Scored(
        score.puzzles(),
        score.exact(),
        (double) score.exact() / score.puzzles(),
        interval.low(),
        interval.high(),
        score.shortestPaths(),
        (double) score.shortestPaths() / score.puzzles(),
        (double) score.correctCells() / score.cells(),
        report.missing(),
        report.repeated(),
        report.rejects(),
        score.bySource().entrySet().stream()
            .map(
                entry ->
                    new BySource(
                        entry.getKey(),
                        entry.getValue().puzzles(),
                        entry.getValue().exact(),
                        entry.getValue().shortestPaths()))
            .toList());
  }

  private static String text(Scored score) {
    TextLines text = new TextLines();
    text.add(
        "exact accuracy     %.2f %%  (%,d of %,d; 95 %% interval %.2f to %.2f %%)",
        100 * score.exactAccuracy(),
        score.exact(),
        score.puzzles(),
        100 * score.exactAccuracyLow(),
        100 * score.exactAccuracyHigh());
    text.add(
        "any shortest path  %.2f %%  (%,d of %,d)",
        100 * score.shortestPathAccuracy(), score.shortestPaths(), score.puzzles());
    text.add("cell accuracy      %.2f %%", 100 * score.cellAccuracy());
    text.note(score.missing(), "answers without a prediction");
    text.note(score.repeated(), "predictions of a question beyond its first");
    text.note(score.rejects(), "rows refused");
    if (!score.bySource().isEmpty()) {
      text.add("");
      text.add("puzzles    exact  any shortest  source");
      for (BySource source : score.bySource()) {
        text.add(
            "%,7d  %5.1f %%       %5.1f %%  %s",
            source.puzzles(),
            100.0 * source.exact() / source.puzzles(),
            100.0 * source.shortestPaths() / source.puzzles(),
            source.source());
      }
    }
    return text.toString();
  }
}
