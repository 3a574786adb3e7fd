package org.tinyrecursive.modeltf.train;

import java.nio.file.Path;

/**
 * Hears what happens in training, on the training thread: be quick. What a listener throws ends the
 * training.
 */
public interface TrainListener {
  /** Everything is loaded; the first step follows. */
  default void started(TrainPlan plan) {}

  /** All workers are here, and this one, which does not lead, makes its share of these steps. */
  default void following(long firstStep, long totalSteps) {}

  /** A step was made. */
  default void stepped(StepReport report) {}

  /** An evaluation on the test split begins. */
  default void evaluating(long step, long examples) {}

  /** The test split was evaluated. */
  default void evaluated(Evaluation evaluation) {}

  /** A checkpoint was saved. */
  default void saved(long step, Path checkpoint) {}

  /** Training ended in an orderly way. */
  default void finished(TrainResult result) {}
}
