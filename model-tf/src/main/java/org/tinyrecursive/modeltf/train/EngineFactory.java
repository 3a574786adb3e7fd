package org.tinyrecursive.modeltf.train;

import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;

/** Makes the engine of a run, with its initial weights. */
@FunctionalInterface
public interface EngineFactory {
  /** An engine for these settings and data. */
  TrainEngine open(Recipe recipe, DataShape shape);
}
