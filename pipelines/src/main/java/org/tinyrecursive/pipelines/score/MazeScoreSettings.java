package org.tinyrecursive.pipelines.score;

import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What is to be scored, and against what.
 *
 * @param predictions a CSV file, plain or .gz, or a folder of such; local, or a file elsewhere such
 *     as {@code gs://bucket/predictions.csv}
 * @param answers a raw CSV file in the published format, or the directory of a dataset
 * @param split of the dataset
 * @param rows of every maze; empty: told by the answers, see {@link
 *     org.tinyrecursive.transforms.maze.MazeShape#ofCells}
 * @param columns of every maze; empty: likewise
 * @param maxRejects rows that may be refused, 0 and above
 */
public record MazeScoreSettings(
    String predictions,
    String answers,
    String split,
    OptionalInt rows,
    OptionalInt columns,
    long maxRejects) {
  public MazeScoreSettings {
    if (maxRejects < 0) {
      throw new InputRefusedException("--max-rejects is " + maxRejects + ", allowed: 0 and above");
    }
  }

  /** Scores against a dataset's test split or a file, and allows no reject. */
  public static MazeScoreSettings of(String predictions, String answers) {
    return new MazeScoreSettings(
        predictions,
        answers,
        SudokuScoreSettings.TEST,
        OptionalInt.empty(),
        OptionalInt.empty(),
        0);
  }

  /** The same for mazes of so many rows. */
  public MazeScoreSettings withRows(int count) {
    return new MazeScoreSettings(
        predictions, answers, split, OptionalInt.of(count), columns, maxRejects);
  }
}
