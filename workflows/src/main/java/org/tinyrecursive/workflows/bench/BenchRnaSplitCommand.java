package org.tinyrecursive.workflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.pipelines.bench.RnaSplitBenchmark.Table;
import org.tinyrecursive.pipelines.bench.RnaSplitMethods;
import org.tinyrecursive.pipelines.rna.Mixture;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.template.TemporalSplit;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores every method of predicting RNA on structures later than all it builds on: one table. */
@Command
public final class BenchRnaSplitCommand implements Callable<Integer> {
  private static final int PROGRESS = 10;

  @Option(
      names = "--sequences",
      required = true,
      paramLabel = "CSV",
      description =
          "sequences of known structures, as the competition has them; plain or .gz; repeatable")
  private List<Path> sequences;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "CSV",
      description = "their C1' positions, one file for each of --sequences, in the same order")
  private List<Path> labels;

  @Option(
      names = "--temporal-cutoff",
      required = true,
      paramLabel = "DATE",
      description =
          "structures known by this day are the library, later ones are predicted; models should"
              + " have been trained on no later ones")
  private LocalDate temporalCutoff;

  @Option(
      names = "--checkpoint",
      paramLabel = "RUN",
      description = "a recursive model, made by trm train rna: adds the rows trm and all together")
  private Path checkpoint;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "the toy, made by trm train rna --model baseline: adds its row")
  private Path baseline;

  @Option(
      names = "--min-length",
      paramLabel = "N",
      defaultValue = "30",
      description = "fewest residues of a target")
  private int minLength;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "600",
      description = "most residues of a target")
  private int maxLength;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of everything random")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "targets at a time (default: one per core)")
  private Integer threads;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    int atATime = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    OptionRange.atLeast("--threads", atATime, 1);
    TemporalSplit split =
        TemporalSplit.of(files(), temporalCutoff, new TemporalSplit.Lengths(minLength, maxLength));
    try (Models models = Models.load(baseline, checkpoint)) {
      Table table =
          RnaSplitMethods.of(split, models.toy(), models.recursive(), seed)
              .run(atATime, progress(split.toPredict().size()));
      result.print(() -> RnaSplitText.table(table, temporalCutoff), table);
    }
    return ExitCode.DONE;
  }

  private List<TemporalSplit.Files> files() {
    if (sequences.size() != labels.size()) {
      throw new InputRefusedException(
          "--sequences is given %d times, --labels %d times; give both for every pair of files"
              .formatted(sequences.size(), labels.size()));
    }
    return IntStream.range(0, labels.size())
        .mapToObj(
            k ->
                new TemporalSplit.Files(
                    TextSource.open(sequences.get(k)), TextSource.open(labels.get(k))))
        .toList();
  }

  private Runnable progress(int all) {
    AtomicInteger done = new AtomicInteger();
    return () -> {
      int now = done.incrementAndGet();
      if (now % PROGRESS == 0 || now == all) {
        result.err().printf("predicted %d of %d targets%n", now, all);
        result.err().flush();
      }
    };
  }

  /** Models with one thread each: several targets are predicted at a time. */
  private record Models(Optional<RnaPredictor> toy, Optional<RnaSplitMethods.Trained> recursive)
      implements AutoCloseable {
    static Models load(Path baseline, Path checkpoint) throws IOException {
      Optional<RnaPredictor> toy = Optional.empty();
      Optional<RnaSplitMethods.Trained> recursive = Optional.empty();
      if (baseline != null) {
        toy = Optional.of(RnaPredictor.load(baseline, new Compute(1)));
      }
      if (checkpoint != null) {
        recursive =
            Optional.of(
                new RnaSplitMethods.Trained(
                    RnaPredictor.load(checkpoint, new Compute(1)), Mixture.load(checkpoint)));
      }
      return new Models(toy, recursive);
    }

    @Override
    public void close() {
      toy.ifPresent(RnaPredictor::close);
      recursive.ifPresent(trained -> trained.model().close());
    }
  }
}
