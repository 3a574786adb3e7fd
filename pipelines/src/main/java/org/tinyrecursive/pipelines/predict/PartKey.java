package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.util.HexFormat;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.transforms.random.StableRandom;

/** Names what decides the content of predictions: equal keys, equal bytes. */
final class PartKey {
  private PartKey() {}

  /**
   * @param puzzlesSha256 of the manifest of what is predicted
   */
  static String of(
      PuzzleTask task,
      String puzzlesSha256,
      Checkpoint checkpoint,
      ModelSource model,
      SearchSettings search)
      throws IOException {
    String content =
        String.join(
            "\n",
            "format " + PredictionSummary.FORMAT_VERSION,
            task.text(),
            puzzlesSha256,
            checkpoint.weightsSha256(),
            checkpoint.state().recipe().model().toString(),
            model.weights().toString(),
            "batches of " + model.batchSize(),
            search.toString());
    return HexFormat.of().toHexDigits(StableRandom.hash(content));
  }
}
