package org.tinyrecursive.pipelines.runner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How a pipeline is run.
 *
 * @param runner where
 * @param workers how many bundles at a time, 1 and above
 * @param options options of Beam by name, passed through: {@code tempLocation} → {@code gs://…}
 */
public record BeamSettings(RunnerChoice runner, int workers, Map<String, String> options) {
  /** Before the name of a Beam option on the command line. */
  public static final String OPTION_PREFIX = "--beam.";

  public BeamSettings {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    if (workers < 1) {
      throw new InputRefusedException("--workers is " + workers + ", allowed: 1 and above");
    }
  }

  /** In this process, on all its cores. */
  public static BeamSettings direct() {
    return direct(Runtime.getRuntime().availableProcessors());
  }

  /** In this process, with so many workers. */
  public static BeamSettings direct(int workers) {
    return new BeamSettings(RunnerChoice.DIRECT, workers, Map.of());
  }

  /** The same with more options of Beam. */
  public BeamSettings withOptions(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putAll(more);
    return new BeamSettings(runner, workers, all);
  }
}
