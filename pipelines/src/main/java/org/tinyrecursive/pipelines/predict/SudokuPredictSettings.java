package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What is to be predicted, and with what.
 *
 * @param checkpoint a checkpoint's folder, or a run's, whose best checkpoint is taken
 * @param weights which weights; empty: the average where the run kept one
 * @param dataset folder of the dataset
 * @param split of it
 * @param outputDir folder to make; absent or empty
 * @param batchSize rows per batch, 1 and above
 * @param rowsPerFile predictions per Arrow file, rounded up to whole batches
 */
public record SudokuPredictSettings(
    Path checkpoint,
    Optional<WeightSet> weights,
    Path dataset,
    String split,
    Path outputDir,
    int batchSize,
    int rowsPerFile) {
  /** Rows per batch where nothing is said. */
  public static final int DEFAULT_BATCH_SIZE = 32;

  /** Predictions per file where nothing is said. */
  public static final int DEFAULT_ROWS_PER_FILE = 1024;

  public SudokuPredictSettings {
    check("--batch-size", batchSize);
    check("--rows-per-file", rowsPerFile);
  }

  /** The test split, with the usual settings. */
  public static SudokuPredictSettings of(Path checkpoint, Path dataset, Path outputDir) {
    return new SudokuPredictSettings(
        checkpoint,
        Optional.empty(),
        dataset,
        "test",
        outputDir,
        DEFAULT_BATCH_SIZE,
        DEFAULT_ROWS_PER_FILE);
  }

  private static void check(String option, int value) {
    if (value < 1) {
      throw new InputRefusedException("%s is %d, allowed: 1 and above".formatted(option, value));
    }
  }
}
