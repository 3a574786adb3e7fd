package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What is to be predicted, and with what.
 *
 * @param task what the puzzles are
 * @param checkpoint a checkpoint's folder, or a run's, whose best checkpoint is taken
 * @param weights which weights; empty: the average where the run kept one
 * @param input the puzzles
 * @param outputDir folder to make; absent or empty
 * @param batchSize rows per batch, 1 and above
 * @param rowsPerFile predictions per Arrow file, rounded up to whole batches
 * @param search how much the model may think about a puzzle
 */
public record PuzzlePredictSettings(
    PuzzleTask task,
    Path checkpoint,
    Optional<WeightSet> weights,
    PredictInput input,
    Path outputDir,
    int batchSize,
    int rowsPerFile,
    SearchSettings search) {
  /** Rows per batch where nothing is said. */
  public static final int DEFAULT_BATCH_SIZE = 32;

  /** Predictions per file where nothing is said. */
  public static final int DEFAULT_ROWS_PER_FILE = 1024;

  public PuzzlePredictSettings {
    check("--batch-size", batchSize);
    check("--rows-per-file", rowsPerFile);
    if (search.choice() == AnswerChoice.VALID_FIRST && !task.hasRules()) {
      throw new InputRefusedException(
          "--verify is given, but answers to %s cannot be checked by rules; leave it out"
              .formatted(task.text()));
    }
  }

  /** The test split of a dataset, with the usual settings. */
  public static PuzzlePredictSettings of(
      PuzzleTask task, Path checkpoint, Path dataset, Path outputDir) {
    return new PuzzlePredictSettings(
        task,
        checkpoint,
        Optional.empty(),
        new PredictInput.DatasetSplit(dataset, PredictInput.DatasetSplit.TEST),
        outputDir,
        DEFAULT_BATCH_SIZE,
        DEFAULT_ROWS_PER_FILE,
        SearchSettings.PLAIN);
  }

  /** The same in batches and files of this size. */
  public PuzzlePredictSettings withSizes(int rowsPerBatch, int predictionsPerFile) {
    return new PuzzlePredictSettings(
        task, checkpoint, weights, input, outputDir, rowsPerBatch, predictionsPerFile, search);
  }

  /** The same with these weights. */
  public PuzzlePredictSettings withWeights(Optional<WeightSet> choice) {
    return new PuzzlePredictSettings(
        task, checkpoint, choice, input, outputDir, batchSize, rowsPerFile, search);
  }

  /** The same with this search. */
  public PuzzlePredictSettings withSearch(SearchSettings other) {
    return new PuzzlePredictSettings(
        task, checkpoint, weights, input, outputDir, batchSize, rowsPerFile, other);
  }

  /** The same into another folder. */
  public PuzzlePredictSettings withOutputDir(Path other) {
    return new PuzzlePredictSettings(
        task, checkpoint, weights, input, other, batchSize, rowsPerFile, search);
  }

  /** The same for other puzzles. */
  public PuzzlePredictSettings withInput(PredictInput other) {
    return new PuzzlePredictSettings(
        task, checkpoint, weights, other, outputDir, batchSize, rowsPerFile, search);
  }

  private static void check(String option, int value) {
    if (value < 1) {
      throw new InputRefusedException("%s is %d, allowed: 1 and above".formatted(option, value));
    }
  }
}
