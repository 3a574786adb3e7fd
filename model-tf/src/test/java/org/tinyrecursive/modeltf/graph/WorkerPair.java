package org.tinyrecursive.modeltf.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepMetrics;
import org.tinyrecursive.modeltf.train.StepOutput;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.modeltf.workers.Exchange;
import org.tinyrecursive.modeltf.workers.Loopback;
import org.tinyrecursive.modeltf.workers.SocketExchange;
import org.tinyrecursive.modeltf.workers.WorkerGroup;

/** Two workers on threads of one process as one engine: each call is made by both. */
final class WorkerPair implements TrainEngine {
  private static final int WORKERS = 2;

  private final List<Worker> workers;

  private record Worker(TensorFlowEngine engine, Exchange exchange) {}

  private WorkerPair(List<Worker> workers) {
    this.workers = workers;
  }

  static WorkerPair create(Recipe recipe, DataShape data, Compute compute) {
    String addresses = Loopback.addresses(WORKERS);
    int rows = recipe.train().globalBatchSize();
    return new WorkerPair(
        Loopback.together(
            WORKERS,
            worker -> {
              Exchange exchange =
                  SocketExchange.open(
                      WorkerGroup.parse(addresses, worker, Duration.ofSeconds(60), ""), Map.of());
              Partition partition = new Partition(rows, WORKERS, worker, compute.devices().size());
              return new Worker(
                  TensorFlowEngine.create(recipe, data, compute, partition, exchange), exchange);
            }));
  }

  private <T> List<T> both(Function<TensorFlowEngine, T> work) {
    return Loopback.together(WORKERS, worker -> work.apply(workers.get(worker).engine()));
  }

  private TensorFlowEngine first() {
    return workers.get(0).engine();
  }

  /** What a worker says after the other was lost. */
  ModelState stateAfterLoss() {
    workers.get(1).exchange().close();
    try {
      workers.get(0).exchange().gather(new byte[0]);
      throw new AssertionError("the loss was not noticed");
    } catch (org.tinyrecursive.modeltf.workers.WorkerLostException expected) {
      return first().state();
    }
  }

  /** Weights of both workers, each as it has them. */
  List<ModelState> states() {
    return both(TensorFlowEngine::state);
  }

  @Override
  public int batchSize() {
    return first().batchSize();
  }

  @Override
  public int evaluationRows() {
    return first().evaluationRows();
  }

  @Override
  public StepMetrics step(Batch batch, StepSettings settings) {
    List<StepMetrics> metrics = both(engine -> engine.step(batch, settings));
    if (!metrics.get(0).equals(metrics.get(1))) {
      throw new AssertionError(metrics);
    }
    return metrics.get(0);
  }

  @Override
  public void evaluate(WeightSet weights, Batch batch, Consumer<StepOutput> eachStep) {
    first().evaluate(weights, batch, eachStep);
  }

  @Override
  public ModelState state() {
    return states().get(0);
  }

  @Override
  public void restore(ModelState state) {
    workers.forEach(worker -> worker.engine().restore(state));
  }

  @Override
  public List<ParameterCount> parameterCounts() {
    return first().parameterCounts();
  }

  @Override
  public void close() {
    workers.forEach(worker -> worker.engine().close());
    Loopback.together(
        WORKERS,
        worker -> {
          workers.get(worker).exchange().close();
          return worker;
        });
  }
}
