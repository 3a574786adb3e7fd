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
 * @param scoring whether the test split is scored on the way
 */
public record TrainRun(
    Recipe recipe,
    Path data,
    Path output,
    ResumeMode resume,
    Optional<Duration> timeBudget,
    Map<String, String> versions,
    EngineFactory engines,
    StopSignal stop,
    Scoring scoring) {
  public TrainRun {
    versions = Map.copyOf(versions);
  }

  /** Whether the test split is scored on the way. */
  public enum Scoring {
    /** At the end of every iteration, where there is one. */
    TEST_SPLIT,
    /** Never: its answers are not known, or time is short. */
    NONE
  }

  /** A run that is scored on the test split. */
  public TrainRun(
      Recipe recipe,
      Path data,
      Path output,
      ResumeMode resume,
      Optional<Duration> timeBudget,
      Map<String, String> versions,
      EngineFactory engines,
      StopSignal stop) {
    this(recipe, data, output, resume, timeBudget, versions, engines, stop, Scoring.TEST_SPLIT);
  }

  /** The same run, never scored. */
  public TrainRun unscored() {
    return new TrainRun(
        recipe, data, output, resume, timeBudget, versions, engines, stop, Scoring.NONE);
  }

  /** The same run by another recipe. */
  TrainRun by(Recipe other) {
    return new TrainRun(other, data, output, resume, timeBudget, versions, engines, stop, scoring);
  }
}
