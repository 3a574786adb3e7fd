package org.tinyrecursive.modeltf.train;

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
}
