package org.tinyrecursive.pipelines.runner;

import org.tinyrecursive.transforms.InputRefusedException;

/** The libraries of Dataflow, which are on the class path of those runs only that need them. */
final class DataflowLibraries {
  private DataflowLibraries() {}

  /**
   * The runner.
   *
   * @throws InputRefusedException if the libraries are absent
   */
  static Engine engine() {
    try {
      return new DataflowEngine();
    } catch (NoClassDefFoundError absent) {
      throw new InputRefusedException(
          "--runner is dataflow, and Dataflow's libraries are not on the class path: the command"
              + " trm adds them when it is given --runner dataflow; see deploy/dataflow/README.md",
          absent);
    }
  }
}
