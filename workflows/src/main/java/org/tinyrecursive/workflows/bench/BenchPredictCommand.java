package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.pipelines.bench.PredictBenchmark;
import org.tinyrecursive.pipelines.predict.PredictInput.DatasetSplit;
import org.tinyrecursive.pipelines.predict.PuzzlePredictSettings;
import org.tinyrecursive.pipelines.predict.PuzzleTask;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ScratchFolder;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the prediction of a split beside the bare forward pass of the same batch. */
@Command(preprocessor = BeamArguments.class)
public final class BenchPredictCommand implements Callable<Integer> {
  @ArgGroup(exclusive = false)
  private Own own;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1024",
      description = "Sudokus to generate and predict where no --data is given")
  private int count;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "" + PuzzlePredictSettings.DEFAULT_BATCH_SIZE,
      description = "rows per batch")
  private int batchSize;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "rounds measured, of which medians are reported")
  private int runs;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  /** A model and puzzles of one's own. */
  static final class Own {
    @Option(
        names = "--checkpoint",
        required = true,
        paramLabel = "DIR",
        description =
            "a checkpoint, or a run (default: recipe sudoku-cpu after one step on generated"
                + " Sudokus)")
    private Path checkpoint;

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "a dataset that it understands")
    private Path data;

    @Option(
        names = "--split",
        paramLabel = "NAME",
        defaultValue = DatasetSplit.TEST,
        description = "split of the dataset")
    private String split;
  }

  /** The figures, and the start of this process until the command began. */
  record Measured(double processSeconds, @JsonUnwrapped PredictBenchmark.Result of) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    double process = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    OptionRange.atLeast("--count", count, 1);
    OptionRange.atLeast("--runs", runs, 1);
    try (ScratchFolder scratch = ScratchFolder.temporary("trm-bench-predict")) {
      Measured measured =
          new Measured(
              process, benchmark(scratch.path()).run(runs, line -> result.err().println(line)));
      result.print(() -> textOf(measured), measured);
    }
    return ExitCode.DONE;
  }

  private PredictBenchmark benchmark(Path folder) throws IOException, InterruptedException {
    if (own == null) {
      GeneratedModel made = GeneratedModel.make(folder, count);
      return benchmark(
          PuzzleTask.SUDOKU, made.run(), new DatasetSplit(made.data(), DatasetSplit.TEST), folder);
    }
    PuzzleTask task = task(own.data);
    Checkpoint model = Checkpoint.load(own.checkpoint);
    ResumeCheck.checkShape(
        model.folder(),
        model.state().dataShape(),
        DataShape.of(DatasetManifest.load(own.data).tokens()));
    return benchmark(task, own.checkpoint, new DatasetSplit(own.data, own.split), folder);
  }

  private PredictBenchmark benchmark(
      PuzzleTask task, Path checkpoint, DatasetSplit split, Path folder) {
    return new PredictBenchmark(task, checkpoint, split, batchSize, beam.settings(), folder);
  }

  private static PuzzleTask task(Path data) throws IOException {
    String found = DatasetManifest.load(data).task();
    return Arrays.stream(PuzzleTask.values())
        .filter(task -> task.text().equals(found))
        .findAny()
        .orElseThrow(
            () ->
                new InputRefusedException(
                    "%s is a dataset of task %s, allowed: %s"
                        .formatted(
                            data,
                            found,
                            String.join(
                                ", ",
                                Arrays.stream(PuzzleTask.values())
                                    .map(PuzzleTask::text)
                                    .toList()))));
  }

  private static String textOf(Measured measured) {
    PredictBenchmark.Result r = measured.of();
    return String.format(
        Locale.ROOT,
        """
        predicted          %,d examples of %s, %d supervision steps each, batch %d, median of %d runs
        pipeline           %,.0f examples/s, %.2f s with %d workers (%s), %.2f s of CPU
        bare forward pass  %,.0f examples/s, %.2f s, %.2f s of CPU
        share of bare      %.2f
        start-up, apart    process %.2f s, model %.2f s, first batch and first pipeline %.2f s
        peak memory        %.0f MB\
        """,
        r.examples(),
        r.task(),
        r.supervisionSteps(),
        r.batchSize(),
        r.runs(),
        r.examplesPerSecond(),
        r.seconds(),
        r.workers(),
        r.runner(),
        r.cpuSeconds(),
        r.bareExamplesPerSecond(),
        r.bareSeconds(),
        r.bareCpuSeconds(),
        r.shareOfBare(),
        measured.processSeconds(),
        r.loadSeconds(),
        r.warmupSeconds(),
        r.peakRssMb());
  }
}
