package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.BestScore;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;

/** How far a run has come, with a clock that counts its earlier parts too. */
final class Progress {
  private final double secondsBefore;
  private final long startNanos = System.nanoTime();
  private long step;
  private DataCursor cursor;
  private Optional<BestScore> best;
  private PendingWork pending;
  private Optional<Evaluation> evaluation = Optional.empty();

  private Progress(
      double secondsBefore,
      long step,
      DataCursor cursor,
      Optional<BestScore> best,
      PendingWork pending) {
    this.secondsBefore = secondsBefore;
    this.step = step;
    this.cursor = cursor;
    this.best = best;
    this.pending = pending;
  }

  /** Where a checkpoint left off, or the beginning. */
  static Progress from(Optional<Checkpoint> checkpoint) {
    if (checkpoint.isEmpty()) {
      return new Progress(0, 0, DataCursor.START, Optional.empty(), PendingWork.NONE);
    }
    TrainingState state = checkpoint.get().state();
    return new Progress(
        state.elapsedSeconds(), state.step(), state.cursor(), state.best(), state.pending());
  }

  /** Optimizer steps made. */
  long step() {
    return step;
  }

  DataCursor cursor() {
    return cursor;
  }

  Optional<BestScore> best() {
    return best;
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

  /** Notes an evaluation; of equals the later is the better, it has seen more. */
  void evaluated(Evaluation result) {
    evaluation = Optional.of(result);
    pending = PendingWork.NONE;
    double accuracy = result.exported().exactAccuracy();
    if (best.isEmpty() || accuracy >= best.get().exactAccuracy()) {
      best = Optional.of(new BestScore(step, accuracy));
    }
  }
}
