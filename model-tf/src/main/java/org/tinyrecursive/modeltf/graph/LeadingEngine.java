package org.tinyrecursive.modeltf.graph;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.modeltf.workers.Exchange;
import org.tinyrecursive.modeltf.workers.WorkerLostException;

/**
 * The engine of the worker that leads: tells the others what is done, and does it. Evaluation is
 * its own affair.
 *
 * @param engine of its share
 * @param workers all of them
 */
record LeadingEngine(TensorFlowEngine engine, Exchange workers) implements TrainEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LeadingEngine.class);

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
    workers.lead(new Order.Step(settings).bytes());
    return engine.step(batch, settings);
  }

  @Override
  public void evaluate(WeightSet weights, Batch batch, Consumer<StepOutput> eachStep) {
    engine.evaluate(weights, batch, eachStep);
  }

  /** Of all workers; where one was lost, with every row about to begin a new example. */
  @Override
  public ModelState state() {
    if (!workers.isBroken()) {
      workers.lead(new Order.State().bytes());
    }
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
      if (!workers.isBroken()) {
        workers.lead(new Order.End().bytes());
      }
    } catch (WorkerLostException gone) {
      // Nothing is left to be done together: who went before the end was said misses nothing.
      LOG.debug("a worker was gone at the end", gone);
    }
  }
}
