package org.tinyrecursive.pipelines.runner;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.InputRefusedException;

/** A Flink cluster that runs already. */
final class FlinkEngine implements Engine {
  private FlinkCluster cluster;

  @Override
  public void configure(PipelineOptions options, BeamSettings settings) {
    FlinkAddress address =
        FlinkAddress.parse(
            settings
                .option("flinkMaster")
                .orElseThrow(
                    () ->
                        new InputRefusedException(
                            "--runner flink needs --beam.flinkMaster=HOST:PORT, the REST address of"
                                + " a Flink cluster; --runner flink-local needs none")));
    FlinkOverview overview = FlinkOverview.ask(address);
    int slots = overview.requireSlots(address, settings.workers());
    cluster = new FlinkCluster(address.host(), address.port());
    FlinkSetup.apply(options, cluster.master(), slots);
  }

  @Override
  public RunningJob submit(Pipeline pipeline) {
    FlinkJob job = FlinkJob.submit(cluster, pipeline);
    Thread cancel = new Thread(job::cancel, "cancel-flink-job");
    Runtime.getRuntime().addShutdownHook(cancel);
    return new ClusterJob(job, cancel);
  }

  @Override
  public Reach reach() {
    return Reach.SHARED_FILES;
  }

  /**
   * A job that ends with the process that waits for it.
   *
   * @param cancel runs when this process is told to end
   */
  private record ClusterJob(FlinkJob job, Thread cancel) implements RunningJob {
    @Override
    public boolean awaitEnd() {
      return job.awaitEnd();
    }

    @Override
    public MetricResults metrics() {
      return job.metrics();
    }

    @Override
    public void close() {
      job.close();
      Runtime.getRuntime().removeShutdownHook(cancel);
    }
  }
}
