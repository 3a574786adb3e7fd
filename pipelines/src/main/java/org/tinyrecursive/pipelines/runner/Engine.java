package org.tinyrecursive.pipelines.runner;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.InputRefusedException;

/** A runner as this project uses it. Its classes are loaded when it is chosen, never before. */
interface Engine {
  /**
   * Sets what this runner needs, and checks what can be checked before any work.
   *
   * @throws InputRefusedException if something is missing, or the cluster does not answer
   */
  void configure(PipelineOptions options, BeamSettings settings);

  /** Starts a pipeline that was made with those options. */
  RunningJob submit(Pipeline pipeline);

  /** Where the workers run, as seen from here. */
  Reach reach();

  /** What files a worker can see. */
  enum Reach {
    /** All that this process sees. */
    THIS_MACHINE,
    /** Those of file systems that are mounted on every machine under the same name. */
    SHARED_FILES,
    /** Only what has an address, such as {@code gs://bucket/folder}. */
    ADDRESSES
  }
}
