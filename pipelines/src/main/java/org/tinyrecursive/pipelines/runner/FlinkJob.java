package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on a Flink cluster, in this process or elsewhere. */
final class FlinkJob implements RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkJob.class);
  private static final long BETWEEN_LOOKS_MILLIS = 500;

  private final FlinkCluster cluster;
  private final String name;
  private final PipelineResult result;
  private Optional<FlinkOutcome> outcome = Optional.empty();

  private FlinkJob(FlinkCluster cluster, String name, PipelineResult result) {
    this.cluster = cluster;
    this.name = name;
    this.result = result;
  }

  static FlinkJob submit(FlinkCluster cluster, Pipeline pipeline) {
    return new FlinkJob(cluster, pipeline.getOptions().getJobName(), pipeline.run());
  }

  @Override
  public boolean awaitEnd() {
    PipelineResult.State state = result.getState();
    if (!state.isTerminal()) {
      pause();
      state = result.getState();
    }
    if (!state.isTerminal()) {
      return false;
    }
    FlinkOutcome end = cluster.outcome(name);
    outcome = Optional.of(end);
    end.failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return true;
  }

  @Override
  public MetricResults metrics() {
    return outcome.map(FlinkOutcome::metrics).orElseGet(result::metrics);
  }

  /** Stops the job, for whoever waits for it no longer. */
  void cancel() {
    try {
      result.cancel();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @Override
  public void close() {
    if (outcome.isPresent()) {
      return;
    }
    try {
      cancel();
    } catch (RuntimeException unreachable) {
      // What brought us here is thrown already, and is what matters.
      LOG.warn("The job {} on {} could not be cancelled", name, cluster.master(), unreachable);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a Flink job runs", interrupted);
    }
  }
}
