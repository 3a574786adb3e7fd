package org.tinyrecursive.pipelines.score;

import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What is to be scored, and against what.
 *
 * @param predictions a CSV file, plain or .gz, or a folder of such; local, or a file elsewhere such
 *     as {@code gs://bucket/predictions.csv}
 * @param answers a raw CSV file in the published format, or the directory of a dataset; empty:
 *     every question is solved, and must have one solution
 * @param split of the dataset
 * @param maxRejects rows that may be refused, 0 and above
 */
public record SudokuScoreSettings(
    String predictions, Optional<String> answers, String split, long maxRejects) {
  /** The split that predictions are usually made for. */
  public static final String TEST = "test";

  public SudokuScoreSettings {
    if (maxRejects < 0) {
      throw new InputRefusedException("--max-rejects is " + maxRejects + ", allowed: 0 and above");
    }
  }

  /** Scores against the questions' own solutions, and allows no reject. */
  public static SudokuScoreSettings of(String predictions) {
    return new SudokuScoreSettings(predictions, Optional.empty(), TEST, 0);
  }

  /** The same against answers of a file, or of a dataset's test split. */
  public SudokuScoreSettings withAnswers(String source) {
    return new SudokuScoreSettings(predictions, Optional.of(source), split, maxRejects);
  }
}
