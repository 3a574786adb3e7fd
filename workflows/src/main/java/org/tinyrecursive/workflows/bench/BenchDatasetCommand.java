package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.bench.DatasetBenchmark;
import org.tinyrecursive.pipelines.bench.DatasetBenchmarkResult;
import org.tinyrecursive.pipelines.bench.DatasetWork;
import org.tinyrecursive.transforms.dataset.ScratchFolder;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.bench.DatasetTask.RawInput;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the build of a dataset beside one plain loop that does the same work. */
@Command(preprocessor = BeamArguments.class)
public final class BenchDatasetCommand implements Callable<Integer> {
  @Option(
      names = "--task",
      paramLabel = "TASK",
      defaultValue = "sudoku",
      description = "whose dataset: sudoku, maze or arc")
  private DatasetTask task;

  @Option(
      names = "--input",
      paramLabel = "FILE|PREFIX",
      description =
          "local raw input to measure with (default: generated); for arc the prefix of the files of"
              + " training, evaluation and concept")
  private String input;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "2000",
      description = "raw puzzles to generate where no input is given")
  private int count;

  @Option(
      names = "--num-aug",
      split = ",",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "augmented copies of every puzzle; of a maze it is always its 8 symmetries. Several, such"
              + " as 10,100,1000: each is measured in a process of its own")
  private List<Integer> numAug;

  @Option(names = "--shards", paramLabel = "N", defaultValue = "8", description = "files at most")
  private int shards;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of everything")
  private long seed;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "1",
      description = "rounds before the clock counts")
  private int warmup;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "rounds measured, of which medians are reported")
  private int runs;

  @Option(
      names = "--work-dir",
      paramLabel = "DIR",
      description = "where datasets are made and removed again (default: the temporary folder)")
  private Path workDir;

  @Spec private CommandSpec command;
  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    OptionRange.atLeast("--count", count, 1);
    numAug.forEach(copies -> OptionRange.atLeast("--num-aug", copies, 0));
    OptionRange.atLeast("--shards", shards, 1);
    OptionRange.atLeast("--warmup", warmup, 0);
    OptionRange.atLeast("--runs", runs, 1);
    if (numAug.size() > 1) {
      List<JsonNode> rows =
          new DatasetSeries(command.commandLine().getParseResult().originalArgs()).run(numAug);
      result.print(() -> DatasetSeries.textOf(rows), Map.of("series", rows));
    } else {
      measure(numAug.get(0));
    }
    return ExitCode.DONE;
  }

  private void measure(int copies) throws IOException {
    Path place = workDir == null ? Path.of(System.getProperty("java.io.tmpdir")) : workDir;
    try (ScratchFolder scratch = ScratchFolder.in(place, "trm-bench-dataset")) {
      DatasetWork work =
          task.prepare(
              new RawInput(Optional.ofNullable(input), count, copies, shards, seed),
              scratch.path());
      DatasetBenchmarkResult measured =
          new DatasetBenchmark(
                  task.label(), work, beam.settings(), scratch.path(), result.err()::println)
              .run(warmup, runs);
      result.print(() -> textOf(measured), measured);
    }
  }

  private static String textOf(DatasetBenchmarkResult r) {
    return String.format(
        Locale.ROOT,
        """
        dataset            %s, %,d examples, %.1f MB on disk, median of %d runs
        pipeline           %,.0f examples/s, %.0f MB/s, %.2f s with %d workers (%s), %.2f s of CPU
        one plain loop     %,.0f examples/s, %.0f MB/s, %.2f s in one thread, %.2f s of CPU
        share of the loop  %.2f
        peak memory        %.0f MB of the pipeline alone, %.0f MB of both\
        """,
        r.task(),
        r.examples(),
        r.bytes() / 1e6,
        r.runs(),
        r.examplesPerSecond(),
        r.mbPerSecond(),
        r.seconds(),
        r.workers(),
        r.runner(),
        r.cpuSeconds(),
        r.floorExamplesPerSecond(),
        r.floorMbPerSecond(),
        r.floorSeconds(),
        r.floorCpuSeconds(),
        r.shareOfFloor(),
        r.pipelinePeakRssMb(),
        r.peakRssMb());
  }
}
