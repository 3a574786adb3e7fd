package org.tinyrecursive.pipelines.runner;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/** Beam's runner in this process. */
final class DirectEngine implements Engine {
  private static final Duration BETWEEN_LOOKS = Duration.millis(500);

  /** Checks of Beam that copy every element are for developing transforms, not for running them. */
  @Override
  public void configure(PipelineOptions options, BeamSettings settings) {
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setRunner(DirectRunner.class);
    direct.setTargetParallelism(settings.workersOrCores());
    direct.setEnforceImmutability(false);
    direct.setEnforceEncodability(false);
    direct.setBlockOnRun(false);
  }

  @Override
  public RunningJob submit(Pipeline pipeline) {
    return new DirectJob(pipeline.run());
  }

  @Override
  public Reach reach() {
    return Reach.THIS_MACHINE;
  }

  private record DirectJob(PipelineResult result) implements RunningJob {
    @Override
    public boolean awaitEnd() {
      PipelineResult.State state;
      try {
        state = result.waitUntilFinish(BETWEEN_LOOKS);
      } catch (RuntimeException failed) {
        throw StepFailure.unwrap(failed);
      }
      if (state == null || !state.isTerminal()) {
        return false;
      }
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException("the pipeline ended as " + state);
      }
      return true;
    }

    @Override
    public MetricResults metrics() {
      return result.metrics();
    }

    @Override
    public void close() {
      // Its threads end with the pipeline, a failed one included.
    }
  }
}
