package org.tinyrecursive.modeltf.train;

import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.BestScore;

/**
 * How training ended.
 *
 * @param end why it ended
 * @param step optimizer steps made
 * @param epoch visits of every group, fractions included
 * @param elapsedSeconds training time of the whole run, resumed parts included
 * @param checkpoint the latest checkpoint
 * @param evaluation the last evaluation of this part of the run
 * @param best the best evaluation of the whole run
 */
public record TrainResult(
    End end,
    long step,
    double epoch,
    double elapsedSeconds,
    Optional<Path> checkpoint,
    Optional<Evaluation> evaluation,
    Optional<BestScore> best) {

  /** Why training ended. */
  public enum End {
    /** All epochs are done. */
    COMPLETED,
    /** Evaluations brought no gain for {@code selection.patience} times. */
    NO_GAIN,
    /** The time budget is used up. */
    TIME_BUDGET,
    /** It was asked to stop. */
    STOPPED,
    /** The process that leads said so, and knows why. */
    FOLLOWED
  }
}
