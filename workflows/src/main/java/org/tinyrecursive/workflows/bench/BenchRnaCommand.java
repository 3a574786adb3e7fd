package org.tinyrecursive.workflows.bench;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Folding;
import org.tinyrecursive.transforms.measure.PeakMemory;
import org.tinyrecursive.transforms.random.StableRandom;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the folding of a random sequence: partition function, probabilities, samples. */
@Command
public final class BenchRnaCommand implements Callable<Integer> {
  private static final String LETTERS = "ACGU";
  private static final int WARM_UP = 300;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "2000",
      description = "residues; above 2,000 the sequence is folded in windows")
  private int length;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "9",
      description = "structures to draw besides")
  private int samples;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of the sequence")
  private long seed;

  @Mixin private ResultOptions result;

  /** What was measured; keys of the JSON result. */
  record Measured(int length, int samples, int pairs, double seconds, double peakRssMb) {}

  @Override
  public Integer call() {
    OptionRange.atLeast("--length", length, 1);
    OptionRange.atLeast("--samples", samples, 0);
    fold(sequence(WARM_UP));
    String sequence = sequence(length);
    long start = System.nanoTime();
    FoldedEnsemble folded = fold(sequence);
    double seconds = (System.nanoTime() - start) / 1e9;
    Measured measured =
        new Measured(
            length,
            samples,
            folded.accurate().pairCount(),
            seconds,
            PeakMemory.residentMegabytes());
    result.print(() -> textOf(measured), measured);
    return ExitCode.DONE;
  }

  private FoldedEnsemble fold(String sequence) {
    return Folding.fold(sequence, samples, StableRandom.of(seed, "bench-rna-samples"));
  }

  private String sequence(int residues) {
    StableRandom random = StableRandom.of(seed, "bench-rna");
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < residues; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  private static String textOf(Measured m) {
    return String.format(
        Locale.ROOT,
        """
        folding      %,d residues in %.2f s, with base pair probabilities and %,d samples
        found        %,d pairs
        peak memory  %.0f MB""",
        m.length(),
        m.seconds(),
        m.samples(),
        m.pairs(),
        m.peakRssMb());
  }
}
