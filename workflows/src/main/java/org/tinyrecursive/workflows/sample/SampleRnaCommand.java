package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.workflows.cli.Counted;
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

  @Option(
      names = "--test-lengths",
      paramLabel = "N",
      split = ",",
      description =
          "residues of the targets to hold out, such as 4640,720,95, instead of --test-count:"
              + " rows of hairpins of just these lengths")
  private List<Integer> testLengths;

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
    List<Integer> lengths = testLengths == null ? List.of() : testLengths;
    long residues =
        RnaSampleFiles.write(sample.outputDir(), count, testCount, lengths, sample.seed());
    Written written =
        new Written(
            sample.outputDir().toString(),
            count,
            lengths.isEmpty() ? testCount : lengths.size(),
            residues,
            sample.seed(),
            (System.nanoTime() - start) / 1e9);
    result.print(
        () ->
            String.format(
                Locale.ROOT,
                "Wrote %s to train on and %,d held out (%s, seed %d) to %s in %.1f s.",
                Counted.of(written.trainTargets(), "target"),
                written.testTargets(),
                Counted.of(written.residues(), "residue"),
                written.seed(),
                written.outputDir(),
                written.seconds()),
        written);
    return ExitCode.DONE;
  }
}
