package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * The data of a run.
 *
 * @param shape sizes and special tokens
 * @param sha256 of the dataset's manifest
 * @param train train split
 * @param meanPuzzleExamples mean examples per puzzle of the train split
 * @param test test split, where there is one
 * @param blankToken input token of cells to be found, where the task has one
 */
record TrainingData(
    DataShape shape,
    String sha256,
    PuzzleSource train,
    double meanPuzzleExamples,
    Optional<PuzzleSource> test,
    OptionalInt blankToken) {
  private static final int SUDOKU_BLANK = 1;

  /**
   * Opens a dataset.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is none, or has no train split
   */
  static TrainingData open(Path folder) throws IOException {
    Dataset dataset = Dataset.open(folder);
    DatasetManifest manifest = dataset.manifest();
    return new TrainingData(
        DataShape.of(manifest.tokens()),
        manifest.sha256(),
        new SplitSource(dataset.split("train")),
        manifest.splits().get("train").meanPuzzleExamples(),
        dataset.splitNames().contains("test") && dataset.split("test").exampleCount() > 0
            ? Optional.of(new SplitSource(dataset.split("test")))
            : Optional.empty(),
        manifest.task().equals("sudoku") ? OptionalInt.of(SUDOKU_BLANK) : OptionalInt.empty());
  }

  /** The same data to be trained on alone. */
  TrainingData withoutTest() {
    return new TrainingData(shape, sha256, train, meanPuzzleExamples, Optional.empty(), blankToken);
  }
}
