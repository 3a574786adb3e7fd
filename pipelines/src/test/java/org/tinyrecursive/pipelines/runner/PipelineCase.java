package org.tinyrecursive.pipelines.runner;

import java.nio.file.Path;

/**
 * One pipeline with its input. Every pipeline of the project has one in {@link PipelineCases}, and
 * with it all tests of the runners.
 *
 * @param name for the reports of tests
 * @param pipeline the class whose {@code run} method it calls
 * @param run runs it
 */
record PipelineCase(String name, Class<?> pipeline, Run run) {
  /** Runs a pipeline into a folder that does not exist yet. */
  @FunctionalInterface
  interface Run {
    /** Returns a digest of all that came out. */
    String digest(BeamSettings beam, Path output) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
