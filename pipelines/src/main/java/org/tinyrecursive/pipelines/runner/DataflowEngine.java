package org.tinyrecursive.pipelines.runner;

import java.util.List;
import org.apache.beam.runners.dataflow.DataflowPipelineJob;
import org.apache.beam.runners.dataflow.DataflowRunner;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.SdkHarnessOptions;
import org.joda.time.Duration;
import org.tinyrecursive.transforms.InputRefusedException;

/** Google Cloud Dataflow. */
final class DataflowEngine implements Engine {
  private static final Duration BETWEEN_LOOKS = Duration.standardSeconds(20);

  /** Throws {@link NoClassDefFoundError} as early as here where the libraries are absent. */
  private final Class<DataflowRunner> runner = DataflowRunner.class;

  private Reach reach = Reach.ADDRESSES;

  @Override
  public void configure(PipelineOptions options, BeamSettings settings) {
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    dataflow.setRunner(runner);
    requireAll(dataflow);
    settings.workers().ifPresent(dataflow::setNumWorkers);
    // Arrow's, on the workers.
    options
        .as(SdkHarnessOptions.class)
        .setJdkAddOpenModules(List.of("java.base/java.nio=ALL-UNNAMED"));
    if (dataflow.getTemplateLocation() != null) {
      // Nothing runs, so nothing has to be reached.
      reach = Reach.THIS_MACHINE;
    }
  }

  @Override
  public RunningJob submit(Pipeline pipeline) {
    String template = pipeline.getOptions().as(DataflowPipelineOptions.class).getTemplateLocation();
    PipelineResult result = pipeline.run();
    if (template != null) {
      throw new JobNotRunException(template);
    }
    return new DataflowJob((DataflowPipelineJob) result);
  }

  @Override
  public Reach reach() {
    return reach;
  }

  private static void requireAll(DataflowPipelineOptions options) {
    StringBuilder missing = new StringBuilder();
    note(missing, options.getProject(), "--beam.project=ID");
    note(missing, options.getRegion(), "--beam.region=NAME, such as us-central1");
    note(missing, options.getTempLocation(), "--beam.tempLocation=gs://BUCKET/FOLDER");
    if (!missing.isEmpty()) {
      throw new InputRefusedException("--runner dataflow needs" + missing);
    }
    if (!options.getTempLocation().startsWith("gs://")) {
      throw new InputRefusedException(
          "--beam.tempLocation is %s, expected gs://BUCKET/FOLDER for --runner dataflow"
              .formatted(options.getTempLocation()));
    }
  }

  private static void note(StringBuilder missing, String value, String option) {
    if (value == null || value.isBlank()) {
      missing.append(missing.isEmpty() ? " " : ", and ").append(option);
    }
  }

  private record DataflowJob(DataflowPipelineJob job) implements RunningJob {
    @Override
    public boolean awaitEnd() {
      PipelineResult.State state = job.waitUntilFinish(BETWEEN_LOOKS);
      if (state == null || !state.isTerminal()) {
        return false;
      }
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException(
            "Dataflow's job %s ended as %s; its messages: https://console.cloud.google.com/dataflow/jobs/%s/%s?project=%s"
                .formatted(
                    job.getJobId(), state, job.getRegion(), job.getJobId(), job.getProjectId()));
      }
      return true;
    }

    @Override
    public MetricResults metrics() {
      return job.metrics();
    }

    @Override
    public void close() {
      // The service goes on without us, and Beam has printed how to cancel the job.
    }
  }
}
