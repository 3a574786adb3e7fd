package org.tinyrecursive.workflows.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.predict.PdbOutput;
import org.tinyrecursive.pipelines.predict.RnaPredictPipeline;
import org.tinyrecursive.pipelines.predict.RnaPredictSettings;
import org.tinyrecursive.pipelines.predict.RnaPredictionSummary;
import org.tinyrecursive.pipelines.rna.GuessMethod;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterBar;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts RNA structures and writes a submission. */
@Command(preprocessor = BeamArguments.class)
public final class PredictRnaCommand implements Callable<Integer> {
  @Option(
      names = "--sequences",
      required = true,
      paramLabel = "FILE",
      description = "targets: the competition's CSV, or FASTA; plain or .gz, local or gs://")
  private String sequences;

  @Option(
      names = "--library",
      paramLabel = "FILE",
      description =
          "known structures, made by trm rna library (default: none, ideal geometry only)")
  private Path library;

  @Option(
      names = "--model",
      paramLabel = "mixed|trm|baseline|template|assembly",
      defaultValue = "mixed",
      description =
          "what guesses are made from: mixed takes templates, assembled models and, with a"
              + " checkpoint, what the recursive model makes of them; the others are for comparing")
  private GuessMethod model;

  @Option(
      names = "--checkpoint",
      paramLabel = "RUN",
      description = "a model, made by trm train rna: a run (its best model) or a checkpoint")
  private Path checkpoint;

  @Option(
      names = {"--msa-dir", "--msa"},
      paramLabel = "DIR",
      description =
          "folder with alignments <target_id>.MSA.fasta, local or gs://; a model is told their"
              + " profiles, some may be absent")
  private String msaDir;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description =
          "folder to make, with submission.csv in it, local or gs://bucket/folder; must be empty or"
              + " not exist")
  private String outputDir;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "of everything random")
  private long seed;

  @Option(
      names = "--pdb",
      description = "also write pdb/<target>_<guess>.pdb: C1' atoms, for viewers")
  private boolean pdb;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  /**
   * What was predicted; keys of the JSON result.
   *
   * @param profiles targets that had an alignment
   * @param meanPairwiseTmScore of every two guesses of a target, averaged over the targets
   */
  record Predicted(
      String submission,
      int targets,
      long residues,
      long profiles,
      double meanPairwiseTmScore,
      double seconds,
      double residuesPerSecond) {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    List<RnaTarget> targets = RnaPredictPipeline.targets(sequences, beam.settings());
    long residues = targets.stream().mapToLong(target -> target.sequence().length()).sum();
    RnaPredictionSummary summary;
    try (CounterBar bar =
        new CounterBar(
            result.err(), RnaPredictPipeline.RESIDUES, residues, RnaPredictPipeline.TARGETS)) {
      summary =
          RnaPredictPipeline.run(
              targets,
              new RnaPredictSettings(
                  Optional.ofNullable(library),
                  outputDir,
                  seed,
                  pdb ? PdbOutput.FILES : PdbOutput.NONE,
                  model,
                  Optional.ofNullable(checkpoint),
                  Optional.ofNullable(msaDir)),
              beam.settings(),
              bar);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Predicted predicted =
        new Predicted(
            outputDir.replaceFirst("/+$", "") + "/" + RnaPredictPipeline.SUBMISSION_FILE,
            targets.size(),
            residues,
            summary.targets().stream().filter(target -> target.hasProfile()).count(),
            summary.meanPairwiseTmScore(),
            seconds,
            residues / seconds);
    result.print(() -> text(predicted), predicted);
    return ExitCode.DONE;
  }

  private static String text(Predicted p) {
    return String.format(
        Locale.ROOT,
        "Predicted %s, %s, in %.1f s: %s%n"
            + "Guesses of a target have a mean TM-score of %.3f to each other.%n",
        Counted.of(p.targets(), "target"),
        Counted.of(p.residues(), "residue"),
        p.seconds(),
        p.submission(),
        p.meanPairwiseTmScore());
  }
}
