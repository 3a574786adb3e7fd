package org.tinyrecursive.modeltf.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.Recipe;

/**
 * What to train.
 *
 * @param recipe all settings
 * @param data folder of the dataset
 * @param output folder of the run
 * @param resume what to do with an earlier part of the run
 * @param timeBudget wall time after which this part of the run ends with a checkpoint and an
 *     evaluation; empty: none
 * @param versions of the program and what it runs on, by name, kept in checkpoints
 * @param engines makes the model
 * @param stop asks training to end
 */
public record TrainRun(
    Recipe recipe,
    Path data,
    Path output,
    ResumeMode resume,
    Optional<Duration> timeBudget,
    Map<String, String> versions,
    EngineFactory engines,
    StopSignal stop) {
  public TrainRun {
    versions = Map.copyOf(versions);
  }

  /** The same run by another recipe. */
  TrainRun by(Recipe other) {
    return new TrainRun(other, data, output, resume, timeBudget, versions, engines, stop);
  }
}
