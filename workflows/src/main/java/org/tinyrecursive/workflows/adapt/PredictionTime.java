package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.predict.SplitPredictor;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * How long the prediction of a split will take on this machine, measured by predicting a little of
 * it.
 *
 * @param start loading the model, in nanoseconds
 * @param batch one batch
 * @param batches in all
 */
record PredictionTime(long start, long batch, long batches) {
  /** For what a short measurement cannot know: other load, caches, writing. */
  private static final double MARGIN = 1.25;

  /** Voting and writing the submission. */
  private static final Duration VOTING = Duration.ofSeconds(5);

  /** Measures with the model that will predict. */
  static PredictionTime measure(
      Path checkpoint, WeightSet weights, Split split, int batchSize, Compute compute)
      throws IOException {
    long begin = System.nanoTime();
    try (Predictor model = Predictor.load(checkpoint, weights, batchSize, compute);
        SplitPredictor examples = new SplitPredictor(model, split)) {
      int rows = Math.min(batchSize, split.exampleCount());
      // The first batch pays for what is prepared once.
      examples.predict(0, rows, prediction -> {});
      long loaded = System.nanoTime();
      examples.predict(0, rows, prediction -> {});
      long batches = (split.exampleCount() + batchSize - 1L) / batchSize;
      return new PredictionTime(loaded - begin, System.nanoTime() - loaded, batches);
    }
  }

  /** Time to be kept back for predicting and voting. */
  Duration reserve() {
    return Duration.ofNanos((long) (MARGIN * (start + batches * (double) batch))).plus(VOTING);
  }

  /** The largest number of batches that fit into a time; 0 where none does. */
  long batchesWithin(Duration time) {
    double left = time.minus(VOTING).toNanos() / MARGIN - start;
    return Math.max(0, (long) (left / batch));
  }
}
