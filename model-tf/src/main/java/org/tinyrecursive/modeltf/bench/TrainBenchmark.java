package org.tinyrecursive.modeltf.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.Device;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.graph.WorkerEngines;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.EngineFactory;
import org.tinyrecursive.modeltf.train.FollowingEngine;
import org.tinyrecursive.modeltf.train.StepSettings;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.workers.WorkerGroup;
import org.tinyrecursive.transforms.measure.PeakMemory;
import org.tinyrecursive.transforms.random.StableRandom;

/** Times training steps of a recipe on random examples, beside the machine's ceiling. */
public final class TrainBenchmark {
  private TrainBenchmark() {}

  /**
   * Runs the steps one after the other.
   *
   * @param recipe with the batch size to be measured
   * @param data sizes of the examples
   * @param workers that share each step, and measure at the same time; empty: none but this process
   * @param warmup steps before the clock starts
   * @param steps steps measured, 1 and above
   */
  public static TrainBenchmarkResult run(
      Recipe recipe,
      DataShape data,
      Compute compute,
      Optional<WorkerGroup> workers,
      int warmup,
      int steps) {
    EngineFactory engines =
        workers.isPresent()
            ? new WorkerEngines(compute, workers.get())
            : new TensorFlowEngines(compute);
    Recipe settled = engines.settle(recipe, data);
    double ceiling = MatMulCeiling.measure(compute, compute.dtype(recipe.model().forwardDtype()));
    int rows = recipe.train().globalBatchSize();
    double[] milliseconds;
    try (TrainEngine engine = engines.open(settled, data, Map.of())) {
      Batch batch = randomBatch(rows, data, recipe.train().seed());
      milliseconds =
          engine instanceof FollowingEngine following
              ? follow(following, batch, warmup + steps)
              : lead(engine, batch, recipe.train(), warmup + steps);
    }
    // Measured on both sides of the run, for the machine may be busier on one of them.
    ceiling =
        Math.max(
            ceiling, MatMulCeiling.measure(compute, compute.dtype(recipe.model().forwardDtype())));
    double[] measured = Arrays.copyOfRange(milliseconds, warmup, warmup + steps);
    Arrays.sort(measured);
    double median = measured[steps / 2];
    double p95 = measured[Math.min(steps - 1, (int) Math.ceil(steps * 0.95) - 1)];
    int processes = workers.map(WorkerGroup::size).orElse(1);
    double gigaflops = StepFlops.of(recipe.model(), data, rows / processes) / (median / 1e3) / 1e9;
    return new TrainBenchmarkResult(
        recipe.name(),
        rows,
        steps,
        compute.threads(),
        compute.devices().stream().map(Device::toString).toList(),
        processes,
        median,
        p95,
        rows / (median / 1e3),
        gigaflops,
        ceiling,
        gigaflops / ceiling,
        PeakMemory.residentMegabytes());
  }

  private static double[] lead(TrainEngine engine, Batch batch, TrainConfig train, int steps) {
    double[] milliseconds = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = System.nanoTime();
      engine.step(batch, StepSettings.full(i + 1, train.lr(), train.puzzleEmbLr()));
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    return milliseconds;
  }

  private static double[] follow(FollowingEngine engine, Batch batch, int steps) {
    double[] milliseconds = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = System.nanoTime();
      engine.step(batch, engine.nextStep().orElseThrow());
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    return milliseconds;
  }

  private static Batch randomBatch(int rows, DataShape data, long seed) {
    StableRandom random = StableRandom.of(seed, "benchmark");
    int[] inputs = new int[rows * data.seqLen()];
    int[] labels = new int[rows * data.seqLen()];
    int[] ids = new int[rows];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextInt(data.vocabSize());
      labels[i] = random.nextInt(data.vocabSize());
    }
    for (int i = 0; i < rows; i++) {
      ids[i] = random.nextInt(data.numPuzzleIdentifiers());
    }
    return new Batch(rows, data.seqLen(), inputs, labels, ids, rows);
  }
}
