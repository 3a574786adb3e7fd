package org.tinyrecursive.modeltf.bench;

import java.util.ArrayList;
import java.util.List;
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
import org.tinyrecursive.transforms.measure.Cost;
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
    List<Cost> times;
    DeviceMemory deviceMemory;
    try (TrainEngine engine = engines.open(settled, data, Map.of())) {
      Batch batch = randomBatch(rows, data, recipe.train().seed());
      times =
          engine instanceof FollowingEngine following
              ? follow(following, batch, warmup + steps)
              : lead(engine, batch, recipe.train(), warmup + steps);
      deviceMemory = DeviceMemory.ofThisProcess(compute.devices());
    }
    // Measured on both sides of the run, for the machine may be busier on one of them.
    ceiling =
        Math.max(
            ceiling, MatMulCeiling.measure(compute, compute.dtype(recipe.model().forwardDtype())));
    List<Cost> measured = times.subList(warmup, warmup + steps);
    double[] wall =
        measured.stream().mapToDouble(Cost::seconds).map(s -> s * 1e3).sorted().toArray();
    // The mean: the system counts in hundredths of a second, which a single step may not take.
    double cpu = 1e3 * measured.stream().mapToDouble(Cost::cpuSeconds).average().orElseThrow();
    double median = wall[steps / 2];
    double p95 = wall[Math.min(steps - 1, (int) Math.ceil(steps * 0.95) - 1)];
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
        cpu,
        rows / (median / 1e3),
        gigaflops,
        ceiling,
        gigaflops / ceiling,
        PeakMemory.residentMegabytes(),
        deviceMemory.megabytes(),
        deviceMemory.unknownBecause());
  }

  private static List<Cost> lead(TrainEngine engine, Batch batch, TrainConfig train, int steps) {
    List<Cost> times = new ArrayList<>();
    for (int i = 1; i <= steps; i++) {
      StepSettings settings = StepSettings.full(i, train.lr(), train.puzzleEmbLr());
      times.add(Cost.measure(() -> engine.step(batch, settings)).cost());
    }
    return times;
  }

  private static List<Cost> follow(FollowingEngine engine, Batch batch, int steps) {
    List<Cost> times = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      times.add(Cost.measure(() -> engine.step(batch, engine.nextStep().orElseThrow())).cost());
    }
    return times;
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
