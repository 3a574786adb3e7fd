package org.tinyrecursive.pipelines.runner;

import org.apache.beam.sdk.metrics.MetricResults;

/** A pipeline at work. */
interface RunningJob extends AutoCloseable {
  /**
   * Waits for the end, but no longer than is good for looking at the counters again.
   *
   * @return whether the pipeline has come to a good end
   * @throws RuntimeException if it failed; what a step of ours threw where that is known
   */
  boolean awaitEnd();

  /** Counters so far. */
  MetricResults metrics();

  /** Gives back what the run held. A pipeline that has not come to its end is cancelled. */
  @Override
  void close();
}
