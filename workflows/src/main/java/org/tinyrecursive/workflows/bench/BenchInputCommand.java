package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.bench.InputBenchmark;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times random reading of a dataset, puzzle by puzzle, as training does it. */
@Command
public final class BenchInputCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the dataset")
  private Path directory;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "train",
      description = "the split to read")
  private String split;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "readers at a time (default: one per core)")
  private Integer threads;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "how long to read, besides warming up")
  private int seconds;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of what is drawn")
  private long seed;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    int readers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    OptionRange.atLeast("--threads", readers, 1);
    OptionRange.atLeast("--seconds", seconds, 1);
    InputBenchmark.Result measured =
        InputBenchmark.run(
            Dataset.open(directory).split(split), readers, Duration.ofSeconds(seconds), seed);
    result.print(() -> textOf(measured), measured);
    return ExitCode.DONE;
  }

  private static String textOf(InputBenchmark.Result r) {
    return String.format(
        Locale.ROOT,
        """
        random reading  %,.0f examples/s, %.0f MB/s of tokens
        drawn           %,d puzzles, %,d examples in %.1f s with %d threads
        memory          %.0f MB of its own, %.0f MB of mapped files; %.0f MB at most""",
        r.examplesPerSecond(),
        r.mbPerSecond(),
        r.puzzles(),
        r.examples(),
        r.seconds(),
        r.threads(),
        r.anonymousRssMb(),
        r.mappedRssMb(),
        r.peakRssMb());
  }
}
