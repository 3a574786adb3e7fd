package org.tinyrecursive.modeltf.bench;

import java.util.Arrays;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngine;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.StepSettings;
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
   * @param warmup steps before the clock starts
   * @param steps steps measured, 1 and above
   */
  public static TrainBenchmarkResult run(
      Recipe recipe, DataShape data, Compute compute, int warmup, int steps) {
    double ceiling = MatMulCeiling.measure(compute, compute.dtype(recipe.model().forwardDtype()));
    int rows = recipe.train().globalBatchSize();
    double[] milliseconds = new double[steps];
    try (TensorFlowEngine engine = TensorFlowEngine.create(recipe, data, compute)) {
      Batch batch = randomBatch(rows, data, recipe.train().seed());
      for (int i = 1; i <= warmup + steps; i++) {
        long start = System.nanoTime();
        engine.step(batch, StepSettings.full(i, recipe.train().lr(), recipe.train().puzzleEmbLr()));
        if (i > warmup) {
          milliseconds[i - warmup - 1] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    // Measured on both sides of the run, for the machine may be busier on one of them.
    ceiling =
        Math.max(
            ceiling, MatMulCeiling.measure(compute, compute.dtype(recipe.model().forwardDtype())));
    Arrays.sort(milliseconds);
    double median = milliseconds[steps / 2];
    double p95 = milliseconds[Math.min(steps - 1, (int) Math.ceil(steps * 0.95) - 1)];
    double gigaflops = StepFlops.of(recipe.model(), data, rows) / (median / 1e3) / 1e9;
    return new TrainBenchmarkResult(
        recipe.name(),
        rows,
        steps,
        compute.threads(),
        median,
        p95,
        rows / (median / 1e3),
        gigaflops,
        ceiling,
        gigaflops / ceiling,
        PeakMemory.residentMegabytes());
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
