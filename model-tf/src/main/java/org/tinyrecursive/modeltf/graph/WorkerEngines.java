package org.tinyrecursive.modeltf.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.EngineFactory;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.workers.Exchange;
import org.tinyrecursive.modeltf.workers.SocketExchange;
import org.tinyrecursive.modeltf.workers.WorkerGroup;

/**
 * Makes TensorFlow engines that share every step with those of other processes.
 *
 * @param compute what this process runs on; every worker has as many devices
 * @param group all workers
 */
public record WorkerEngines(Compute compute, WorkerGroup group) implements EngineFactory {
  @Override
  public Role role() {
    return group.leads() ? Role.LEADS : Role.FOLLOWS;
  }

  @Override
  public Recipe settle(Recipe recipe, DataShape shape) {
    return TensorFlowEngine.settle(recipe, shape, compute, partition(recipe));
  }

  @Override
  public TrainEngine open(Recipe recipe, DataShape shape) {
    return open(recipe, shape, Map.of());
  }

  /**
   * Waits for the other workers first: what does not fit together is refused before memory goes.
   */
  @Override
  public TrainEngine open(Recipe recipe, DataShape shape, Map<String, String> facts) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put("this number of devices:", String.valueOf(compute.devices().size()));
    Partition partition = partition(recipe);
    Exchange workers = SocketExchange.open(group, all);
    try {
      TensorFlowEngine engine = TensorFlowEngine.create(recipe, shape, compute, partition, workers);
      return group.leads()
          ? new LeadingEngine(engine, workers)
          : new ObeyingEngine(engine, workers);
    } catch (RuntimeException e) {
      workers.close();
      throw e;
    }
  }

  private Partition partition(Recipe recipe) {
    return new Partition(
        recipe.train().globalBatchSize(), group.size(), group.index(), compute.devices().size());
  }
}
