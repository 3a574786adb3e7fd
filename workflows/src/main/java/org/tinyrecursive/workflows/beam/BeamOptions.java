package org.tinyrecursive.workflows.beam;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunnerChoice;
import picocli.CommandLine.Option;

/**
 * {@code --runner}, {@code --workers} and {@code --beam.<option>=<value>}. Use it as a
 * {@code @Mixin}, with {@link BeamArguments} as the command's preprocessor.
 */
public final class BeamOptions {
  /** The option that the arguments starting with {@code --beam.} are gathered in. */
  static final String NAME = "--beam";

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      defaultValue = "direct",
      description =
          "where the pipeline runs: direct, flink-local, flink or dataflow; --beam.<option>=<value>"
              + " sets options of Beam, such as --beam.flinkMaster=HOST:PORT")
  private String runner;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "bundles at a time (default: number of cores, or slots of the cluster); the result does"
              + " not depend on it")
  private Integer workers;

  @Option(names = NAME, hidden = true)
  private Map<String, String> options = new LinkedHashMap<>();

  /** The settings of the run. */
  public BeamSettings settings() {
    return new BeamSettings(
        RunnerChoice.parse(runner),
        workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
        options);
  }
}
