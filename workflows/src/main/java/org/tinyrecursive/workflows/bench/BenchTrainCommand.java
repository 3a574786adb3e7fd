package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.bench.TrainBenchmark;
import org.tinyrecursive.modeltf.bench.TrainBenchmarkResult;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.Device;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.compute.ComputeOptions;
import org.tinyrecursive.workflows.compute.WorkerOptions;
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

  @Option(names = "--steps", paramLabel = "N", description = "steps measured", defaultValue = "10")
  private int steps;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "steps before the clock starts",
      defaultValue = "3")
  private int warmup;

  @Mixin private ComputeOptions hardware;
  @Mixin private WorkerOptions workers;

  @Option(
      names = "--scaling",
      description =
          "measure 1 to all of --devices, and two processes on loopback, and print a table; each"
              + " row is a process of its own")
  private boolean scaling;

  @Option(
      names = "--memory-series",
      paramLabel = "N",
      split = ",",
      description =
          "measure peak memory and time of these batch sizes, with and without recomputation, and"
              + " print a table; each is a process of its own")
  private List<Integer> memorySeries;

  @Option(
      names = "--seq-len",
      paramLabel = "S",
      description = "tokens per example; 81 are those of a 9 × 9 Sudoku",
      defaultValue = "81")
  private int seqLen;

  @Option(
      names = "--vocab-size",
      paramLabel = "V",
      description = "token values; 11 are those of a 9 × 9 Sudoku",
      defaultValue = "11")
  private int vocabSize;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OptionRange.atLeast("--steps", steps, 1);
    OptionRange.atLeast("--warmup", warmup, 0);
    OptionRange.atLeast("--seq-len", seqLen, 1);
    OptionRange.atLeast("--vocab-size", vocabSize, 2);
    List<Assignment> options = new ArrayList<>();
    if (batchSize != null) {
      options.add(Assignment.option("train.global_batch_size", batchSize, "--batch-size"));
    }
    Recipe chosen = recipe.load(options).recipe();
    if (memorySeries != null) {
      MemoryReport report = memorySeries().run();
      result.print(report::text, report);
      return ExitCode.DONE;
    }
    if (scaling) {
      ScalingReport report = scaling(chosen).run();
      result.print(report::text, report);
      return ExitCode.DONE;
    }
    DataShape data = new DataShape(seqLen, vocabSize, 1, 0, 0, 0);
    TrainBenchmarkResult measured =
        TrainBenchmark.run(chosen, data, hardware.compute(), workers.group(), warmup, steps);
    result.print(() -> textOf(measured), measured);
    return ExitCode.DONE;
  }

  private ScalingBenchmark scaling(Recipe chosen) {
    if (workers.group().isPresent()) {
      throw new InputRefusedException("--scaling starts its own workers; leave out --workers");
    }
    return new ScalingBenchmark(
        same(),
        chosen.train().globalBatchSize(),
        hardware.compute().devices().stream().map(Device::toString).toList(),
        hardware.compute().threads(),
        line -> result.err().println(line));
  }

  private MemorySeries memorySeries() {
    if (scaling || batchSize != null || workers.group().isPresent()) {
      throw new InputRefusedException(
          "--memory-series chooses batch sizes and processes itself; leave out --scaling,"
              + " --batch-size and --workers");
    }
    memorySeries.forEach(rows -> OptionRange.atLeast("--memory-series", rows, 1));
    if (memorySeries.stream().distinct().count() < 2) {
      throw new InputRefusedException(
          "--memory-series is %s; a slope takes two different batch sizes, such as 2,4,8,16"
              .formatted(memorySeries));
    }
    List<String> arguments = new ArrayList<>(same());
    Compute compute = hardware.compute();
    arguments.add("--threads=" + compute.threads());
    arguments.add(
        "--devices="
            + compute.devices().stream().map(Device::toString).collect(Collectors.joining(",")));
    return new MemorySeries(arguments, memorySeries, line -> result.err().println(line));
  }

  /** Arguments of every process that is started here. */
  private List<String> same() {
    List<String> same = new ArrayList<>(recipe.arguments());
    same.addAll(
        List.of(
            "--steps=" + steps,
            "--warmup=" + warmup,
            "--seq-len=" + seqLen,
            "--vocab-size=" + vocabSize));
    return same;
  }

  private static String textOf(TrainBenchmarkResult r) {
    return """
    recipe             %s, batch %d, %d threads, %d steps
    shared by          %s, %d process(es)
    step               %.0f ms median, %.0f ms p95
    examples           %.2f /s
    matrix products    %.0f GFLOP/s, %.0f %% of the ceiling of %.0f GFLOP/s
    peak memory        %.0f MB
    of GPUs            %s\
    """
        .formatted(
            r.recipe(),
            r.batchSize(),
            r.threads(),
            r.steps(),
            String.join(",", r.devices()),
            r.workers(),
            r.medianMsPerStep(),
            r.p95MsPerStep(),
            r.examplesPerSecond(),
            r.achievedGflopsPerSecond(),
            100 * r.shareOfCeiling(),
            r.ceilingGflopsPerSecond(),
            r.peakRssMb(),
            r.peakDeviceMb() == null
                ? "not known: " + r.peakDeviceUnknown()
                : "%.0f MB".formatted(r.peakDeviceMb()));
  }
}
