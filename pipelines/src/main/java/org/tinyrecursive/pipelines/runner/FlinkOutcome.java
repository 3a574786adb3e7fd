package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.util.Optional;
import org.apache.beam.runners.core.metrics.MetricsContainerStepMap;
import org.apache.beam.runners.flink.metrics.FlinkMetricContainer;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.util.UserCodeException;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How a job ended.
 *
 * @param result as the cluster tells it
 */
record FlinkOutcome(JobResult result) {
  private static final ClassLoader CLASSES = FlinkOutcome.class.getClassLoader();

  /** Why it did not end well; empty where it did. */
  Optional<RuntimeException> failure() {
    if (result.isSuccess()) {
      return Optional.empty();
    }
    return Optional.of(
        result
            .getSerializedThrowable()
            .map(failure -> unwrap(failure.deserializeError(CLASSES)))
            .orElseGet(
                () ->
                    new IllegalStateException(
                        "the Flink job ended as " + result.getApplicationStatus())));
  }

  /** The last counters; those that the running job shows may be some seconds old. */
  MetricResults metrics() {
    SerializedValue<OptionalFailure<Object>> last =
        result.getAccumulatorResults().get(FlinkMetricContainer.ACCUMULATOR_NAME);
    try {
      MetricsContainerStepMap steps =
          last == null
              ? new MetricsContainerStepMap()
              : (MetricsContainerStepMap) last.deserializeValue(CLASSES).get();
      return MetricsContainerStepMap.asAttemptedOnlyMetricResults(steps);
    } catch (IOException | ClassNotFoundException unreadable) {
      throw new IllegalStateException("the counters of a Flink job are unreadable", unreadable);
    } catch (Exception failed) {
      throw new IllegalStateException("the counters of a Flink job are not whole", failed);
    }
  }

  private static RuntimeException unwrap(Throwable failure) {
    RuntimeException found = new IllegalStateException("the Flink job failed", failure);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputRefusedException refused) {
        return refused;
      }
      if (cause instanceof UserCodeException && cause.getCause() instanceof RuntimeException own) {
        found = own;
      }
    }
    return found;
  }
}
