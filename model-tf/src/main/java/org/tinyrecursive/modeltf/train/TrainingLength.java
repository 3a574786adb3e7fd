package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How long training is.
 *
 * @param totalSteps epochs · groups · mean examples per visit / batch size, 1 and above: what the
 *     learning rate, the curriculum and the progress refer to. Dropped incomplete batches and
 *     examples make the real number a little smaller
 */
record TrainingLength(long totalSteps) {

  /**
   * The length of training on a split.
   *
   * @param meanPuzzleExamples as the dataset states it
   * @throws InputRefusedException if no iteration of the split fills a batch
   */
  static TrainingLength of(
      TrainConfig config, PuzzleSource source, double meanPuzzleExamples, PuzzleSampler sampler) {
    double examplesPerEpoch = source.groupCount() * config.visited(meanPuzzleExamples);
    if (!sampler.fits(0, 0)) {
      long needed = (long) Math.ceil(config.globalBatchSize() / Math.max(1e-9, examplesPerEpoch));
      throw new InputRefusedException(
          "train.global_batch_size is %d, but an iteration (train.eval_interval %d epochs over %d groups of the train split) gives only %d examples; lower it to at most that, or raise train.eval_interval to at least %d"
              .formatted(
                  config.globalBatchSize(),
                  config.evalInterval(),
                  source.groupCount(),
                  examplesPerIteration(config, examplesPerEpoch),
                  needed));
    }
    double steps = config.epochs() * examplesPerEpoch / config.globalBatchSize();
    return new TrainingLength(Math.max(1, (long) steps));
  }

  private static long examplesPerIteration(TrainConfig config, double examplesPerEpoch) {
    return (long) (config.evalInterval() * examplesPerEpoch);
  }
}
