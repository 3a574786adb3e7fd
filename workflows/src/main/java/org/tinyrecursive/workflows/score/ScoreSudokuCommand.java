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
  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "CSV|DIR",
      description =
          "a CSV file with the columns question and prediction, plain or .gz, local or gs://, or a"
              + " folder of such")
  private String predictions;

  @Option(
      names = "--answers",
      paramLabel = "CSV|DIR",
      description =
          "raw file (source,question,answer,rating) or dataset with the answers (default: every"
              + " question is solved, and must have one solution)")
  private String answers;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = SudokuScoreSettings.TEST,
      description = "split of the dataset with the answers")
  private String split;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows that may be refused")
  private long maxRejects;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    SudokuScoreReport report =
        SudokuScorePipeline.run(
            new SudokuScoreSettings(predictions, Optional.ofNullable(answers), split, maxRejects),
            beam.settings(),
            new CounterLines(result.err(), List.of(ScoreSudokuPredictions.SCORED)));
    SudokuScoreText text = new SudokuScoreText(report);
    result.print(text::table, SudokuScoreResult.of(report));
    return ExitCode.DONE;
  }
}
