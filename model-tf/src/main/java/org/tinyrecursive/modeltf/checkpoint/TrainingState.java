package org.tinyrecursive.modeltf.checkpoint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;

/**
 * What a checkpoint knows besides its tensors: {@code state.json}.
 *
 * @param step optimizer steps made
 * @param epoch visits of every group, fractions included
 * @param cursor the data position after that step
 * @param recipe all settings; sampling, exploration and initial weights follow from its seed
 * @param dataShape sizes that the model took from its data
 * @param datasetSha256 of the dataset's manifest, which holds every shard's hash
 * @param elapsedSeconds training time over all resumed parts, evaluation and saving included
 * @param standing how the evaluations so far compare
 * @param pending what this step still calls for
 * @param versions of the program and what it ran on, by name
 */
public record TrainingState(
    long step,
    double epoch,
    DataCursor cursor,
    Recipe recipe,
    DataShape dataShape,
    String datasetSha256,
    double elapsedSeconds,
    Standing standing,
    PendingWork pending,
    Map<String, String> versions) {
  public TrainingState {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** With one evaluation at most. */
  public TrainingState(
      long step,
      double epoch,
      DataCursor cursor,
      Recipe recipe,
      DataShape dataShape,
      String datasetSha256,
      double elapsedSeconds,
      Optional<BestScore> best,
      PendingWork pending,
      Map<String, String> versions) {
    this(
        step,
        epoch,
        cursor,
        recipe,
        dataShape,
        datasetSha256,
        elapsedSeconds,
        best.map(score -> Standing.NONE.with(score, 1, 0)).orElse(Standing.NONE),
        pending,
        versions);
  }

  /** The best evaluation so far. */
  public Optional<BestScore> best() {
    return standing.first();
  }
}
