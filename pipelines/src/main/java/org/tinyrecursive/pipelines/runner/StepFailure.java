package org.tinyrecursive.pipelines.runner;

import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;

/** Finds what a step of ours threw under what Beam made of it. */
final class StepFailure {
  private StepFailure() {}

  /** The first cause that is not Beam's wrapping; Beam's own failure stays what it is. */
  static RuntimeException unwrap(RuntimeException failure) {
    RuntimeException inner = failure;
    while ((inner instanceof PipelineExecutionException || inner instanceof UserCodeException)
        && inner.getCause() instanceof RuntimeException cause) {
      inner = cause;
    }
    return inner;
  }
}
