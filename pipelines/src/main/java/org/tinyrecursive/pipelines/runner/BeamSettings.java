package org.tinyrecursive.pipelines.runner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How a pipeline is run.
 *
 * @param runner where
 * @param workers how many bundles at a time, 1 and above; empty: as many as the runner has places
 *     for, which are the cores of this machine or the slots of a cluster
 * @param options options of Beam by name, passed through: {@code tempLocation} → {@code gs://…}
 */
public record BeamSettings(RunnerChoice runner, OptionalInt workers, Map<String, String> options) {
  /** Before the name of a Beam option on the command line. */
  public static final String OPTION_PREFIX = "--beam.";

  public BeamSettings {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    if (workers.isPresent() && workers.getAsInt() < 1) {
      throw new InputRefusedException(
          "--workers is " + workers.getAsInt() + ", allowed: 1 and above");
    }
  }

  /** On that runner, on all it has. */
  public static BeamSettings on(RunnerChoice runner) {
    return new BeamSettings(runner, OptionalInt.empty(), Map.of());
  }

  /** In this process, on all its cores. */
  public static BeamSettings direct() {
    return on(RunnerChoice.DIRECT);
  }

  /** In this process, with so many workers. */
  public static BeamSettings direct(int workers) {
    return direct().withWorkers(workers);
  }

  /** The same with so many workers. */
  public BeamSettings withWorkers(int count) {
    return new BeamSettings(runner, OptionalInt.of(count), options);
  }

  /**
   * The same, with one worker where no number was given and the pipeline runs in this process: for
   * work that takes all cores by itself. Beam's direct runner looks for more work without a pause
   * in every worker that is idle, and so takes a core from the one that works.
   */
  public BeamSettings withOneDirectWorker() {
    return workers.isEmpty() && runner == RunnerChoice.DIRECT ? withWorkers(1) : this;
  }

  /** The same with more options of Beam. */
  public BeamSettings withOptions(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putAll(more);
    return new BeamSettings(runner, workers, all);
  }

  /** The value given for an option of Beam; empty where none was, or nothing but blanks. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  /** The number of workers, or one for each core of this machine. */
  public int workersOrCores() {
    return workers.orElse(Runtime.getRuntime().availableProcessors());
  }
}
