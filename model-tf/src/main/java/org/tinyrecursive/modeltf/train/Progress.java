package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.BestScore;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.Standing;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.SelectionConfig;

/** How far a run has come, with a clock that counts its earlier parts too. */
final class Progress {
  private final double secondsBefore;
  private final long startNanos = System.nanoTime();
  private long step;
  private DataCursor cursor;
  private Standing standing;
  private PendingWork pending;
  private Optional<Evaluation> evaluation = Optional.empty();

  private Progress(
      double secondsBefore, long step, DataCursor cursor, Standing standing, PendingWork pending) {
    this.secondsBefore = secondsBefore;
    this.step = step;
    this.cursor = cursor;
    this.standing = standing;
    this.pending = pending;
  }

  /** Where a checkpoint left off, or the beginning. */
  static Progress from(Optional<Checkpoint> checkpoint) {
    if (checkpoint.isEmpty()) {
      return new Progress(0, 0, DataCursor.START, Standing.NONE, PendingWork.NONE);
    }
    TrainingState state = checkpoint.get().state();
    return new Progress(
        state.elapsedSeconds(), state.step(), state.cursor(), state.standing(), state.pending());
  }

  /** Optimizer steps made. */
  long step() {
    return step;
  }

  DataCursor cursor() {
    return cursor;
  }

  Optional<BestScore> best() {
    return standing.first();
  }

  Standing standing() {
    return standing;
  }

  PendingWork pending() {
    return pending;
  }

  /** The last evaluation of this part of the run. */
  Optional<Evaluation> evaluation() {
    return evaluation;
  }

  /** Wall time of the whole run. */
  double elapsedSeconds() {
    return secondsBefore + secondsHere();
  }

  /** Wall time since this part of the run began. */
  double secondsHere() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  void stepped(DataCursor after) {
    step++;
    cursor = after;
  }

  void owes(PendingWork work) {
    pending = work;
  }

  /** Notes an evaluation. */
  void evaluated(Evaluation result, SelectionConfig selection) {
    evaluation = Optional.of(result);
    pending = PendingWork.NONE;
    BestScore score = new BestScore(step, result.exported().exactAccuracy());
    standing = standing.with(score, selection.keepBest(), selection.minGain());
  }
}
