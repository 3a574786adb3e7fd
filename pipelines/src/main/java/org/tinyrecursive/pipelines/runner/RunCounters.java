package org.tinyrecursive.pipelines.runner;

import java.util.Map;

/** Sees the counters of a running pipeline, about twice a second and once at its end. */
@FunctionalInterface
public interface RunCounters {
  /** Nobody looks. */
  RunCounters IGNORED = counters -> {};

  /**
   * Called from the thread that waits for the pipeline.
   *
   * @param counters value by name; one that nothing was counted in yet is absent
   */
  void update(Map<String, Long> counters);

  /** Both see them. */
  default RunCounters and(RunCounters other) {
    return counters -> {
      update(counters);
      other.update(counters);
    };
  }
}
