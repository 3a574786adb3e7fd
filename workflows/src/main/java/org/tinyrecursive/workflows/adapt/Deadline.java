package org.tinyrecursive.workflows.adapt;

import java.util.function.LongSupplier;
import org.tinyrecursive.modeltf.train.StepReport;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainListener;
import org.tinyrecursive.modeltf.train.TrainPlan;

/** Ends training before a moment: no step is begun that would not be done by then. */
final class Deadline implements TrainListener {
  private final long endNanos;
  private final StopSignal stop;
  private final LongSupplier nanos;
  private long stepStart;
  private long steps;
  private boolean reached;

  /**
   * @param endNanos when training must be over, by the clock
   * @param stop asks training to end
   * @param nanos the clock, such as {@link System#nanoTime}
   */
  Deadline(long endNanos, StopSignal stop, LongSupplier nanos) {
    this.endNanos = endNanos;
    this.stop = stop;
    this.nanos = nanos;
    stepStart = nanos.getAsLong();
  }

  /** Whether it ended training. */
  boolean isReached() {
    return reached;
  }

  @Override
  public void started(TrainPlan plan) {
    stepStart = nanos.getAsLong();
  }

  @Override
  public void stepped(StepReport report) {
    long now = nanos.getAsLong();
    steps++;
    // The next step may take as long as this one did, with all that came between; the first one
    // prepares much and tells nothing.
    long next = steps == 1 ? 0 : now - stepStart;
    if (now + next >= endNanos) {
      reached = true;
      stop.request();
    }
    stepStart = now;
  }
}
