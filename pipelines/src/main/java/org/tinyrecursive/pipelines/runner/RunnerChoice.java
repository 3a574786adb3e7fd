package org.tinyrecursive.pipelines.runner;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.InputRefusedException;

/** The runners that a pipeline can be given to. */
public enum RunnerChoice {
  /** In this process, on its threads. */
  DIRECT,

  /** In this process, on a Flink cluster that lives as long as the run. */
  FLINK_LOCAL,

  /** On a running Flink cluster; {@code flinkMaster} says where. */
  FLINK,

  /**
   * On Google Cloud Dataflow; {@code project}, {@code region} and {@code tempLocation} are needed.
   */
  DATAFLOW;

  /** The names on the command line, as a list to be read. */
  public static final String LABELS =
      Arrays.stream(values()).map(RunnerChoice::label).collect(Collectors.joining(", "));

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The runner of that {@link #label()}.
   *
   * @throws InputRefusedException if there is none
   */
  public static RunnerChoice parse(String label) {
    return Arrays.stream(values())
        .filter(choice -> choice.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefusedException(
                    "--runner is '%s', allowed: %s".formatted(label, LABELS)));
  }
}
