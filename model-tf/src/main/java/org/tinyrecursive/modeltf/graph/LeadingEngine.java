package org.tinyrecursive.modeltf.graph;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.workers.Exchange;
import org.tinyrecursive.modeltf.workers.WorkerLostException;

/**
 * The engine of the worker that leads: tells the others what is done, and does it. Evaluation is
 * its own affair.
 */
final class LeadingEngine extends WorkerEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LeadingEngine.class);

  LeadingEngine(TensorFlowEngine engine, Exchange workers) {
    super(engine, workers);
  }

  @Override
  public StepMetrics step(Batch batch, StepSettings settings) {
    workers.lead(new Order.Step(settings).bytes());
    return super.step(batch, settings);
  }

  /** Of all workers; where one was lost, with every row about to begin a new example. */
  @Override
  public ModelState state() {
    if (!workers.isBroken()) {
      workers.lead(new Order.State().bytes());
    }
    return super.state();
  }

  @Override
  public void close() {
    try {
      if (!workers.isBroken()) {
        workers.lead(new Order.End().bytes());
      }
    } catch (WorkerLostException gone) {
      // Nothing is left to be done together: who went before the end was said misses nothing.
      LOG.debug("a worker was gone at the end", gone);
    } finally {
      super.close();
    }
  }
}
