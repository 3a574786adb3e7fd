package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.pipelines.predict.PredictInput.RawQuestions;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.FolderTree;

/**
 * The puzzles to be predicted, as a split of a dataset that the model understands.
 *
 * @param dataset its folder
 * @param split its name
 * @param examples its examples, 1 and above
 * @param sha256 names the dataset
 * @param rejects rows of raw files that were refused
 * @param option that named it, for messages
 * @param names file that names the puzzles, where the predictions need it
 */
record PuzzleSplit(
    Path dataset,
    String split,
    int examples,
    String sha256,
    long rejects,
    String option,
    Optional<Path> names) {

  /**
   * Opens what the settings name.
   *
   * @param staging folder that may hold what is needed until the predictions are whole
   * @throws InputRefusedException if it is of another task, or the model does not understand it
   */
  static PuzzleSplit open(PuzzlePredictSettings settings, Checkpoint checkpoint, Path staging)
      throws IOException {
    if (settings.input() instanceof DatasetSplit split) {
      return open(settings.task(), split, checkpoint);
    }
    RawQuestions raw = (RawQuestions) settings.input();
    Path folder = staging.resolve(StagedQuestions.DIRECTORY);
    long rejects = new StagedQuestions(settings.task(), raw, checkpoint).write(folder);
    PuzzleSplit staged =
        open(settings.task(), new DatasetSplit(folder, StagedQuestions.SPLIT), checkpoint);
    return new PuzzleSplit(
        folder,
        staged.split(),
        staged.examples(),
        staged.sha256(),
        rejects,
        "--input",
        Optional.empty());
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
    checkShape(checkpoint, manifest);
    if (task.names().isPresent()) {
      checkNames(input.dataset(), manifest, checkpoint);
    }
    int examples = dataset.split(input.split()).exampleCount();
    if (examples == 0) {
      throw new InputRefusedException(
          "%s has no example in its split %s".formatted(input.dataset(), input.split()));
    }
    return new PuzzleSplit(
        input.dataset(),
        input.split(),
        examples,
        manifest.sha256(),
        0,
        "--data",
        task.names().map(input.dataset()::resolve));
  }

  /** A model that knows no puzzles by name takes those of any table. */
  private static void checkShape(Checkpoint checkpoint, DatasetManifest manifest) {
    DataShape known = checkpoint.state().dataShape();
    DataShape found = DataShape.of(manifest.tokens());
    ResumeCheck.checkShape(
        checkpoint.folder(),
        known,
        knowsPuzzles(checkpoint)
            ? found
            : new DataShape(
                found.seqLen(),
                found.vocabSize(),
                known.numPuzzleIdentifiers(),
                found.padId(),
                found.ignoreLabelId(),
                found.blankIdentifierId()));
  }

  /** Identifiers mean the puzzles of one dataset: those of another are other puzzles. */
  private static void checkNames(Path dataset, DatasetManifest manifest, Checkpoint checkpoint) {
    if (knowsPuzzles(checkpoint) && !checkpoint.state().datasetSha256().equals(manifest.sha256())) {
      throw new InputRefusedException(
          "%s has sha256 %s, checkpoint %s was trained on %s: its puzzle embeddings are those of other tasks; give the dataset it was trained on, or let trm adapt learn embeddings for these"
              .formatted(
                  dataset,
                  manifest.sha256(),
                  checkpoint.folder(),
                  checkpoint.state().datasetSha256()));
    }
  }

  private static boolean knowsPuzzles(Checkpoint checkpoint) {
    return checkpoint.state().recipe().model().puzzleEmbNdim() > 0;
  }

  /** Deletes what was needed only for predicting. */
  void cleanUp() throws IOException {
    if (split.equals(StagedQuestions.SPLIT)) {
      FolderTree.delete(dataset);
    }
  }
}
