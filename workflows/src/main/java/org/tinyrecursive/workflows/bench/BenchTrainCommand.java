package org.tinyrecursive.workflows.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.bench.TrainBenchmark;
import org.tinyrecursive.modeltf.bench.TrainBenchmarkResult;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.compute.ComputeOptions;
import org.tinyrecursive.workflows.recipe.Assignment;
import org.tinyrecursive.workflows.recipe.RecipeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times training steps of a recipe on random examples, beside a large matrix product. */
@Command
public final class BenchTrainCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipe;
  @Mixin private ResultOptions result;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "rows per step; default: the recipe's")
  private Integer batchSize;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "steps measured, default ${DEFAULT-VALUE}",
      defaultValue = "10")
  private int steps;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "steps before the clock starts, default ${DEFAULT-VALUE}",
      defaultValue = "3")
  private int warmup;

  @Mixin private ComputeOptions hardware;

  @Option(
      names = "--seq-len",
      paramLabel = "S",
      description = "tokens per example, default ${DEFAULT-VALUE} (9 × 9 Sudoku)",
      defaultValue = "81")
  private int seqLen;

  @Option(
      names = "--vocab-size",
      paramLabel = "V",
      description = "token values, default ${DEFAULT-VALUE} (9 × 9 Sudoku)",
      defaultValue = "11")
  private int vocabSize;

  @Override
  public Integer call() {
    check("--steps", steps, 1);
    check("--warmup", warmup, 0);
    check("--seq-len", seqLen, 1);
    check("--vocab-size", vocabSize, 2);
    List<Assignment> options = new ArrayList<>();
    if (batchSize != null) {
      options.add(Assignment.option("train.global_batch_size", batchSize, "--batch-size"));
    }
    Recipe chosen = recipe.load(options).recipe();
    DataShape data = new DataShape(seqLen, vocabSize, 1, 0, 0, 0);
    TrainBenchmarkResult measured =
        TrainBenchmark.run(chosen, data, hardware.compute(), warmup, steps);
    result.print(() -> textOf(measured), measured);
    return ExitCode.DONE;
  }

  private static void check(String option, int value, int least) {
    if (value < least) {
      throw new InputRefusedException(
          "%s is %d, allowed: %d and above".formatted(option, value, least));
    }
  }

  private static String textOf(TrainBenchmarkResult r) {
    return """
        recipe             %s, batch %d, %d threads, %d steps
        step               %.0f ms median, %.0f ms p95
        examples           %.2f /s
        matrix products    %.0f GFLOP/s, %.0f %% of the ceiling of %.0f GFLOP/s
        peak memory        %.0f MB"""
        .formatted(
            r.recipe(),
            r.batchSize(),
            r.threads(),
            r.steps(),
            r.medianMsPerStep(),
            r.p95MsPerStep(),
            r.examplesPerSecond(),
            r.achievedGflopsPerSecond(),
            100 * r.shareOfCeiling(),
            r.ceilingGflopsPerSecond(),
            r.peakRssMb());
  }
}
