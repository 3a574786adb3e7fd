package org.tinyrecursive.modeltf.graph;

import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.EngineFactory;
import org.tinyrecursive.modeltf.train.TrainEngine;

/**
 * Makes TensorFlow engines.
 *
 * @param compute what they run on
 */
public record TensorFlowEngines(Compute compute) implements EngineFactory {
  @Override
  public Recipe settle(Recipe recipe, DataShape shape) {
    return TensorFlowEngine.settle(recipe, shape, compute);
  }

  @Override
  public TrainEngine open(Recipe recipe, DataShape shape) {
    return TensorFlowEngine.create(recipe, shape, compute);
  }
}
