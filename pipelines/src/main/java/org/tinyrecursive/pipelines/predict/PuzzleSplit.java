package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.file.Path;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * The puzzles to be predicted, as a split of a dataset that the model understands.
 *
 * @param dataset its folder
 * @param split its name
 * @param examples its examples, 1 and above
 * @param sha256 names the dataset
 * @param option that named it, for messages
 */
record PuzzleSplit(Path dataset, String split, int examples, String sha256, String option) {

  /**
   * Opens what the settings name.
   *
   * @param staging folder that may hold what is needed until the predictions are whole
   * @throws InputRefusedException if it is of another task, or the model does not understand it
   */
  static PuzzleSplit open(PuzzlePredictSettings settings, Checkpoint checkpoint, Path staging)
      throws IOException {
    return open(settings.task(), (DatasetSplit) settings.input(), checkpoint);
  }

  private static PuzzleSplit open(PuzzleTask task, DatasetSplit input, Checkpoint checkpoint)
      throws IOException {
    Dataset dataset = Dataset.open(input.dataset());
    DatasetManifest manifest = dataset.manifest();
    if (!manifest.task().equals(task.text())) {
      throw new InputRefusedException(
          "%s is a dataset of task %s, expected %s"
              .formatted(input.dataset(), manifest.task(), task.text()));
    }
    ResumeCheck.checkShape(
        checkpoint.folder(), checkpoint.state().dataShape(), DataShape.of(manifest.tokens()));
    int examples = dataset.split(input.split()).exampleCount();
    if (examples == 0) {
      throw new InputRefusedException(
          "%s has no example in its split %s".formatted(input.dataset(), input.split()));
    }
    return new PuzzleSplit(input.dataset(), input.split(), examples, manifest.sha256(), "--data");
  }

  /** Deletes what was needed only for predicting. */
  void cleanUp() throws IOException {}
}
