package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * A worker's engine that knows the rows of all workers where its state is asked for. Otherwise only
 * the first worker does. The weights are this worker's own.
 */
record WholeStateEngine(TensorFlowEngine engine, Exchange workers) implements TrainEngine {
  @Override
  public ModelState state() {
    ModelState own = engine.state();
    return new ModelState(
        own.model(), own.ema(), own.optimizer().stream().map(this::whole).toList());
  }

  private NamedTensor whole(NamedTensor own) {
    if (!own.name().startsWith(ActState.PREFIX)) {
      return own;
    }
    byte[] bytes = new byte[own.data().limit()];
    own.data().get(bytes);
    List<Long> shape = new ArrayList<>(own.shape());
    shape.set(0, (long) batchSize());
    return new NamedTensor(own.name(), own.type(), shape, ByteBuffer.wrap(workers.lead(bytes)));
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
