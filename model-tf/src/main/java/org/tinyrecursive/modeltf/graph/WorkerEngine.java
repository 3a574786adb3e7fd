package org.tinyrecursive.modeltf.graph;

import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.modeltf.workers.Exchange;

/** The engine of a worker's share, with the connection to the others. */
abstract sealed class WorkerEngine implements TrainEngine permits LeadingEngine, ObeyingEngine {
  final Exchange workers;
  private final TensorFlowEngine engine;

  WorkerEngine(TensorFlowEngine engine, Exchange workers) {
    this.engine = engine;
    this.workers = workers;
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
  public int deviceCount() {
    return engine.deviceCount();
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
