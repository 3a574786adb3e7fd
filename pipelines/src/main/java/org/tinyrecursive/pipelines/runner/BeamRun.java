package org.tinyrecursive.pipelines.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.joda.time.Duration;
import org.tinyrecursive.transforms.InputRefusedException;

/** One run of one pipeline: the only place that knows which runner does the work. */
public final class BeamRun {
  private static final Duration BETWEEN_LOOKS = Duration.millis(500);

  private final PipelineOptions options;
  private final String counterNamespace;

  private BeamRun(PipelineOptions options, String counterNamespace) {
    this.options = options;
    this.counterNamespace = counterNamespace;
  }

  /**
   * Prepares a run, so that files of every file system can be read.
   *
   * @param counterNamespace of the counters to be watched
   * @throws InputRefusedException if Beam does not know an option or its value does not fit
   */
  public static BeamRun prepare(BeamSettings settings, String counterNamespace) {
    PipelineOptions options = parse(settings);
    switch (settings.runner()) {
      case DIRECT -> configureDirect(options.as(DirectOptions.class), settings);
    }
    FileSystems.setDefaultPipelineOptions(options);
    return new BeamRun(options, counterNamespace);
  }

  /** An empty pipeline. */
  public Pipeline createPipeline() {
    return Pipeline.create(options);
  }

  /**
   * Runs a pipeline to its end.
   *
   * @throws RuntimeException what a step threw, without Beam's wrapping
   */
  public void run(Pipeline pipeline, RunCounters counters) {
    try {
      PipelineResult result = pipeline.run();
      PipelineResult.State state = null;
      while (state == null || !state.isTerminal()) {
        state = result.waitUntilFinish(BETWEEN_LOOKS);
        counters.update(counters(result));
      }
      if (state != PipelineResult.State.DONE) {
        throw new IllegalStateException("the pipeline ended as " + state);
      }
    } catch (RuntimeException failed) {
      throw StepFailure.unwrap(failed);
    }
  }

  private static PipelineOptions parse(BeamSettings settings) {
    List<String> args = new ArrayList<>();
    settings.options().forEach((name, value) -> args.add("--" + name + "=" + value));
    try {
      return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).create();
    } catch (IllegalArgumentException unknown) {
      throw new InputRefusedException(
          BeamSettings.OPTION_PREFIX + "…: " + unknown.getMessage(), unknown);
    }
  }

  /** Checks of Beam that copy every element are for developing transforms, not for running them. */
  private static void configureDirect(DirectOptions options, BeamSettings settings) {
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(settings.workers());
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    options.setBlockOnRun(false);
  }

  private Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> values = new TreeMap<>();
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(counterNamespace))
            .build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(ours).getCounters()) {
      values.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return values;
  }
}
