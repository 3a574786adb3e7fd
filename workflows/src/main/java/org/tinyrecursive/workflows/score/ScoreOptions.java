package org.tinyrecursive.workflows.score;

import org.tinyrecursive.pipelines.score.SudokuScoreSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked when rows of predicted puzzles are scored. Use it as a {@code @Mixin}. */
final class ScoreOptions {
  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "CSV|DIR",
      description =
          "a CSV file with the columns question and prediction, plain or .gz, local or gs://, or a"
              + " local folder of such")
  private String predictions;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = SudokuScoreSettings.TEST,
      description = "split of the dataset with the answers")
  private String split;

  @Mixin private RejectOption rejects;

  String predictions() {
    return predictions;
  }

  String split() {
    return split;
  }

  long maxRejects() {
    return rejects.maxRejects();
  }
}
