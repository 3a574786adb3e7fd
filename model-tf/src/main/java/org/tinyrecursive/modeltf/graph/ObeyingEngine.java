package org.tinyrecursive.modeltf.graph;

import java.util.Optional;
import org.tinyrecursive.modeltf.train.FollowingEngine;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.workers.Exchange;

/** The engine of a worker that does what the leading one says. */
final class ObeyingEngine extends WorkerEngine implements FollowingEngine {
  ObeyingEngine(TensorFlowEngine engine, Exchange workers) {
    super(engine, workers);
  }

  @Override
  public Optional<StepSettings> nextStep() {
    while (true) {
      Order order = Order.parse(workers.lead(new byte[0]));
      if (order instanceof Order.Step step) {
        return Optional.of(step.settings());
      } else if (order instanceof Order.End) {
        return Optional.empty();
      }
      state();
    }
  }
}
