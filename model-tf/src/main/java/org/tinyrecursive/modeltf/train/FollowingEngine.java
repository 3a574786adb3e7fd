package org.tinyrecursive.modeltf.train;

import java.util.Optional;

/** The engine of a process that does what another one, which leads, says. */
public interface FollowingEngine extends TrainEngine {
  /**
   * Waits until a step is to be made. Whatever else is asked for meanwhile is done.
   *
   * @return its settings, for {@link #step}; empty where training ends
   * @throws org.tinyrecursive.modeltf.workers.WorkerLostException if the leading process is gone
   */
  Optional<StepSettings> nextStep();
}
