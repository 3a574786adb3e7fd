package org.tinyrecursive.pipelines.runner;

/** Finds what a step of ours threw under what Beam made of it. */
final class StepFailure {
  /** Beam's own exceptions, and those of the libraries that it brings along. */
  private static final String BEAM = "org.apache.beam.";

  private StepFailure() {}

  /** The first cause that is not Beam's wrapping; Beam's own failure stays what it is. */
  static RuntimeException unwrap(RuntimeException failure) {
    RuntimeException inner = failure;
    while (inner.getClass().getName().startsWith(BEAM)
        && inner.getCause() instanceof RuntimeException cause) {
      inner = cause;
    }
    return inner;
  }
}
