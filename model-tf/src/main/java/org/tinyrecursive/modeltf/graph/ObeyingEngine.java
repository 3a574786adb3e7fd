package org.tinyrecursive.modeltf.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.FollowingEngine;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * The engine of a worker that does what the leading one says.
 *
 * @param engine of its share
 * @param workers all of them
 */
record ObeyingEngine(TensorFlowEngine engine, Exchange workers) implements FollowingEngine {
  @Override
  public Optional<StepSettings> nextStep() {
    while (true) {
      Order order = Order.parse(workers.lead(new byte[0]));
      if (order instanceof Order.Step step) {
        return Optional.of(step.settings());
      } else if (order instanceof Order.End) {
        return Optional.empty();
      }
      engine.state();
    }
  }

  @Override
  public int batchSize() {
    return engine.batchSize();
  }

  @Override
  public int evaluationRows() {
    return engine.evaluationRows();
  }

  @Override
  public StepMetrics step(Batch batch, StepSettings settings) {
    return engine.step(batch, settings);
  }

  @Override
  public void evaluate(WeightSet weights, Batch batch, Consumer<StepOutput> eachStep) {
    engine.evaluate(weights, batch, eachStep);
  }

  @Override
  public ModelState state() {
    return engine.state();
  }

  @Override
  public void restore(ModelState state) {
    engine.restore(state);
  }

  @Override
  public List<ParameterCount> parameterCounts() {
    return engine.parameterCounts();
  }

  @Override
  public void close() {
    try (engine;
        workers) {
      // Both are closed, whatever the first says.
    }
  }
}
