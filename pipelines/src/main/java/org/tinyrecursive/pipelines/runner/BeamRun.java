package org.tinyrecursive.pipelines.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.tinyrecursive.transforms.InputRefusedException;

/** One run of one pipeline, whichever runner does the work. */
public final class BeamRun {
  private final Engine engine;
  private final PipelineOptions options;
  private final String counterNamespace;
  private final Places places;

  private BeamRun(Engine engine, PipelineOptions options, String counterNamespace) {
    this.engine = engine;
    this.options = options;
    this.counterNamespace = counterNamespace;
    this.places = new Places(engine.reach());
  }

  /**
   * Prepares a run, so that files of every file system can be read.
   *
   * @param counterNamespace of the counters to be watched
   * @throws InputRefusedException if Beam does not know an option or its value does not fit, the
   *     runner needs more options, or its cluster does not answer
   */
  public static BeamRun prepare(BeamSettings settings, String counterNamespace) {
    Engine engine = engine(settings.runner());
    PipelineOptions options = parse(settings);
    engine.configure(options, settings);
    FileSystems.setDefaultPipelineOptions(options);
    return new BeamRun(engine, options, counterNamespace);
  }

  /** The options of Beam that this run has. */
  public PipelineOptions options() {
    return options;
  }

  /** An empty pipeline. */
  public Pipeline createPipeline() {
    return Pipeline.create(options);
  }

  /**
   * Says that workers read a place, which those of some runners cannot see.
   *
   * @param option that names the place, such as {@code --train}
   * @param place a local path or an address such as {@code gs://bucket/train.csv}
   * @throws InputRefusedException if no worker of this runner can see it
   */
  public void readsFrom(String option, Object place) {
    places.requireReachable(option, place.toString());
  }

  /**
   * Says that workers write into a folder; {@link #run} then fails where nothing has come into it.
   *
   * @param option that names the folder, such as {@code --output-dir}
   * @param folder a local path or an address such as {@code gs://bucket/folder}
   * @throws InputRefusedException if no worker of this runner can see it
   */
  public void writesInto(String option, Object folder) {
    places.writesInto(option, folder.toString());
  }

  /** A file through which a pipeline hands a small result to whoever started it. */
  public HandoverFile handoverFile(String name) {
    return HandoverFile.create(options, name);
  }

  /**
   * Runs a pipeline to its end.
   *
   * @throws RuntimeException what a step threw, without Beam's wrapping
   */
  public void run(Pipeline pipeline, RunCounters counters) {
    try (RunningJob job = engine.submit(pipeline)) {
      boolean ended;
      do {
        ended = job.awaitEnd();
        counters.update(values(job.metrics()));
      } while (!ended);
    } catch (RuntimeException failed) {
      throw StepFailure.unwrap(failed);
    }
    places.requireResults();
  }

  /** Each branch loads its own class, and with it those of its runner. */
  private static Engine engine(RunnerChoice choice) {
    return switch (choice) {
      case DIRECT -> new DirectEngine();
      case FLINK_LOCAL -> new FlinkLocalEngine();
      case FLINK -> new FlinkEngine();
      case DATAFLOW -> DataflowLibraries.engine();
    };
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

  private Map<String, Long> values(MetricResults metrics) {
    Map<String, Long> values = new TreeMap<>();
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(counterNamespace))
            .build();
    for (MetricResult<Long> counter : metrics.queryMetrics(ours).getCounters()) {
      values.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return values;
  }
}
