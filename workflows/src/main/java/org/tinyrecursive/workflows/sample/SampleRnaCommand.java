package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes synthetic RNA structures as the files of the competition. */
@Command
public final class SampleRnaCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "60",
      description = "targets to train on: hairpins, duplexes and junctions in turn")
  private int count;

  @Option(
      names = "--test-count",
      paramLabel = "N",
      defaultValue = "12",
      description = "targets to hold out, of later dates")
  private int testCount;

  @Mixin private SampleOptions sample;
  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. */
  record Written(
      String outputDir,
      int trainTargets,
      int testTargets,
      long residues,
      long seed,
      double seconds) {}

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    long residues = RnaSampleFiles.write(sample.outputDir(), count, testCount, sample.seed());
    Written written =
        new Written(
            sample.outputDir().toString(),
            count,
            testCount,
            residues,
            sample.seed(),
            (System.nanoTime() - start) / 1e9);
    result.print(
        () ->
            String.format(
                Locale.ROOT,
                "Wrote %,d targets to train on and %,d held out (%,d residues, seed %d) to %s in"
                    + " %.1f s.",
                written.trainTargets(),
                written.testTargets(),
                written.residues(),
                written.seed(),
                written.outputDir(),
                written.seconds()),
        written);
    return ExitCode.DONE;
  }
}
