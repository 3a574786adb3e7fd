package org.tinyrecursive.pipelines.runner;

import java.util.Locale;
import java.util.UUID;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;

/** What every job on Flink is set to. */
final class FlinkSetup {
  private FlinkSetup() {}

  /**
   * @param master where the cluster takes jobs, {@code host:port}
   * @param parallelism how many parts of a step run at a time
   */
  static FlinkPipelineOptions apply(PipelineOptions options, String master, int parallelism) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    flink.setRunner(FlinkRunner.class);
    flink.setFlinkMaster(master);
    flink.setParallelism(parallelism);
    // Detached: whoever submits goes on, and can look at the counters of the running job.
    flink.setAttachedMode(false);
    // No step changes an element that it was given, so none has to be copied between steps.
    flink.setFasterCopy(true);
    // By its name a job is found again.
    flink.setJobName("trm-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
    return flink;
  }
}
