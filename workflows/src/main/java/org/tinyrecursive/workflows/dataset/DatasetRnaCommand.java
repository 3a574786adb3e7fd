package org.tinyrecursive.workflows.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.RnaDatasetManifest;
import org.tinyrecursive.pipelines.dataset.RnaDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.RnaDatasetSettings;
import org.tinyrecursive.rna.beam.RnaShardPlan;
import org.tinyrecursive.rna.beam.WriteRnaDataset;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds an RNA dataset from the competition's files, or from those of the PDB. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetRnaCommand implements Callable<Integer> {
  @Option(
      names = "--sequences",
      paramLabel = "CSV",
      description = "sequences file of part 1 or 2, plain or .gz, local or gs://; may be repeated")
  private List<String> sequences;

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      description = "labels file of the same targets; may be repeated")
  private List<String> labels;

  @Option(
      names = "--structures",
      paramLabel = "DIR",
      description =
          "folder of .pdb, .ent, .cif or .mmcif files, plain or .gz, instead of or beside the CSV"
              + " files: each a target named like its file; the CSV files made of it are kept in"
              + " the dataset")
  private Path structures;

  @Option(
      names = "--msa-dir",
      paramLabel = "DIR",
      description =
          "folder with alignments <target_id>.MSA.fasta, for profiles, local or gs://; some may be"
              + " absent")
  private String msaDir;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "most residues of a row; a longer target becomes overlapping rows that hold all of it")
  private int maxLength;

  @Option(
      names = "--temporal-cutoff",
      paramLabel = "DATE",
      defaultValue = "2025-05-29",
      description = "last day of training; later targets are for validation")
  private LocalDate temporalCutoff;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "4",
      description = "files of each split")
  private int shards;

  @Option(
      names = "--compression",
      paramLabel = "zstd|none",
      defaultValue = "zstd",
      description = "of the files")
  private Compression compression;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "records that may be left out")
  private long maxRejects;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make, local or gs://bucket/folder; must be empty or not exist")
  private String outputDir;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. */
  record Written(
      String outputDir,
      long trainTargets,
      long trainRows,
      long validationTargets,
      long validationRows,
      long unresolvedWindows,
      long rejects,
      double seconds) {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    RnaDatasetManifest manifest =
        RnaDatasetPipeline.run(
            new RnaDatasetSettings(
                sequences == null ? List.of() : sequences,
                labels == null ? List.of() : labels,
                Optional.ofNullable(structures),
                Optional.ofNullable(msaDir),
                outputDir,
                maxLength,
                temporalCutoff,
                shards,
                compression,
                maxRejects),
            beam.settings(),
            new CounterLines(result.err(), List.of(WriteRnaDataset.WRITTEN)));
    Written written =
        new Written(
            outputDir,
            manifest.targets(RnaShardPlan.TRAIN),
            manifest.rows(RnaShardPlan.TRAIN),
            manifest.targets(RnaShardPlan.VALIDATION),
            manifest.rows(RnaShardPlan.VALIDATION),
            manifest.shards().stream().mapToLong(shard -> shard.unresolvedWindows()).sum(),
            manifest.rejects(),
            (System.nanoTime() - start) / 1e9);
    result.print(() -> text(written), written);
    return ExitCode.DONE;
  }

  private static String text(Written written) {
    return String.format(
        Locale.ROOT,
        "Wrote %s to train on (%s) and %,d to validate on (%s) to %s in %.1f s; %s without any"
            + " position and %s were left out.",
        Counted.of(written.trainTargets(), "target"),
        Counted.of(written.trainRows(), "row"),
        written.validationTargets(),
        Counted.of(written.validationRows(), "row"),
        written.outputDir(),
        written.seconds(),
        Counted.of(written.unresolvedWindows(), "row"),
        Counted.of(written.rejects(), "record"));
  }
}
