package org.tinyrecursive.modeltf.train;

import java.util.Map;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;

/** Makes the engine of a run, with its initial weights. */
@FunctionalInterface
public interface EngineFactory {
  /**
   * The settings with everything chosen that was left to choose on this machine.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if they cannot work here
   */
  default Recipe settle(Recipe recipe, DataShape shape) {
    return recipe;
  }

  /** An engine for these settings and data. */
  TrainEngine open(Recipe recipe, DataShape shape);

  /**
   * An engine that may share its work with other processes.
   *
   * @param facts what must be the same for all of them, by name
   */
  default TrainEngine open(Recipe recipe, DataShape shape, Map<String, String> facts) {
    return open(recipe, shape);
  }

  /** What this process is to the run. */
  default Role role() {
    return Role.LEADS;
  }

  /** What a process is to a run. */
  enum Role {
    /** It evaluates, writes, and says what comes next. Alone, it does all. */
    LEADS,
    /** It makes its share of steps, and writes nothing. */
    FOLLOWS
  }
}
