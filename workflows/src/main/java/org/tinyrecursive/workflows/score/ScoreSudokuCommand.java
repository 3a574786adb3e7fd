package org.tinyrecursive.workflows.score;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.score.SudokuScorePipeline;
import org.tinyrecursive.pipelines.score.SudokuScoreSettings;
import org.tinyrecursive.transforms.beam.ScoreSudokuPredictions;
import org.tinyrecursive.transforms.beam.SudokuScoreReport;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores Sudoku predictions, ours or anyone's. */
@Command(preprocessor = BeamArguments.class)
public final class ScoreSudokuCommand implements Callable<Integer> {
  @Mixin private ScoreOptions options;

  @Option(
      names = "--answers",
      paramLabel = "CSV|DIR",
      description =
          "raw file (source,question,answer,rating) or dataset with the answers (default: every"
              + " question is solved, and must have one solution)")
  private String answers;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    SudokuScoreReport report =
        SudokuScorePipeline.run(
            new SudokuScoreSettings(
                options.predictions(),
                Optional.ofNullable(answers),
                options.split(),
                options.maxRejects()),
            beam.settings(),
            new CounterLines(result.err(), List.of(ScoreSudokuPredictions.SCORED)));
    SudokuScoreText text = new SudokuScoreText(report);
    result.print(text::table, SudokuScoreResult.of(report));
    return ExitCode.DONE;
  }
}
