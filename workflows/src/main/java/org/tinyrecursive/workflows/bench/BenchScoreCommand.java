package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.bench.VoteBenchmark;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.dataset.ScratchFolder;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the vote on made-up predictions of ARC. */
@Command(preprocessor = BeamArguments.class)
public final class BenchScoreCommand implements Callable<Integer> {
  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "400",
      description = "tasks, with one test input each")
  private int tasks;

  @Option(
      names = "--augmentations",
      paramLabel = "N",
      defaultValue = "1000",
      description = "predictions of every task; half agree, the others all differ")
  private int augmentations;

  @Option(
      names = "--side",
      paramLabel = "N",
      defaultValue = "20",
      description = "rows and columns of all grids")
  private int side;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of what is drawn")
  private long seed;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    check("--tasks", tasks, 1_000_000);
    check("--augmentations", augmentations, 1_000_000);
    check("--side", side, ArcGrid.MAX_SIDE);
    try (ScratchFolder scratch = ScratchFolder.temporary("trm-bench-score")) {
      VoteBenchmark.Result measured =
          new VoteBenchmark(tasks, augmentations, side, seed).run(scratch.path(), beam.settings());
      result.print(() -> textOf(measured), measured);
    }
    return ExitCode.DONE;
  }

  private static void check(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new InputRefusedException("%s is %d, allowed: 1 to %,d".formatted(option, value, most));
    }
  }

  private static String textOf(VoteBenchmark.Result r) {
    return String.format(
        Locale.ROOT,
        """
        voting       %,.0f predictions/s
        voted        %,d predictions for %,d candidates in %.1f s (made up in %.1f s)
        peak memory  %.0f MB
        pass@2       %.2f %%, expected: 100\
        """,
        r.predictionsPerSecond(),
        r.predictions(),
        r.candidates(),
        r.seconds(),
        r.writeSeconds(),
        r.peakRssMb(),
        100 * r.passAt2());
  }
}
