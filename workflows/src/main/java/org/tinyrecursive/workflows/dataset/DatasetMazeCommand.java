package org.tinyrecursive.workflows.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.DatasetOutput;
import org.tinyrecursive.pipelines.dataset.ExistingDataset;
import org.tinyrecursive.pipelines.dataset.MazeDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.MazeDatasetSettings;
import org.tinyrecursive.pipelines.dataset.MazePlannedBuild;
import org.tinyrecursive.pipelines.dataset.PlannedBuild;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettingsBuilder;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a dataset from raw maze files. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetMazeCommand implements Callable<Integer>, PlannedCommand {
  @Option(
      names = "--train",
      paramLabel = "CSV",
      description =
          "raw file of the train split (source,question,answer,rating), plain or .gz, local or"
              + " gs://; may be repeated")
  private List<String> train = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "CSV",
      description = "raw file of the test split, which is not augmented; may be repeated")
  private List<String> test = new ArrayList<>();

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description =
          "folder to make, local or gs://bucket/folder; a dataset of the same recipe that is there"
              + " is kept, mended or brought up to date")
  private String outputDir;

  @Option(
      names = "--force",
      description = "replace a dataset at --output-dir, whatever its settings; build all anew")
  private boolean force;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of a rectangular maze; one of the two sizes is enough (default: square)")
  private Integer rows;

  @Option(names = "--columns", paramLabel = "N", description = "columns of a rectangular maze")
  private Integer columns;

  @Option(
      names = "--aug",
      description =
          "every train maze under all symmetries that keep its shape: 8 of a square, else 4")
  private boolean augmented;

  @Option(
      names = "--subsample-size",
      paramLabel = "N",
      description = "train mazes to keep, drawn by seed (default: all)")
  private Integer subsampleSize;

  @Option(
      names = "--test-subsample-size",
      paramLabel = "N",
      description = "test mazes to keep, drawn by seed (default: all)")
  private Integer testSubsampleSize;

  @Option(
      names = "--min-difficulty",
      paramLabel = "RATING",
      defaultValue = "0",
      description = "smallest rating to keep, in both splits")
  private int minDifficulty;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "the same seed, files and options give the same bytes")
  private long seed;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "" + SudokuDatasetSettingsBuilder.DEFAULT_SHARDS,
      description = "files per split at most")
  private int shards;

  @Option(
      names = "--compression",
      paramLabel = "zstd|none",
      defaultValue = "zstd",
      description = "of the shards")
  private String compression;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows that may be refused; they are written to rejects/ with their reason")
  private long maxRejects;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    DatasetBuildResult built =
        MazeDatasetPipeline.run(
            settings(),
            beam.settings(),
            new CounterLines(
                result.err(),
                List.of(
                    BuildCounters.READ,
                    BuildCounters.REJECTED,
                    BuildCounters.KEPT,
                    BuildCounters.WRITTEN)));
    BuildReport report = BuildReport.of(built);
    result.print(report::text, report);
    return ExitCode.DONE;
  }

  @Override
  public PlannedBuild plannedBuild() {
    return new MazePlannedBuild(settings(), beam.settings());
  }

  private MazeDatasetSettings settings() {
    return new MazeDatasetSettings(
        new RawFiles(train, test),
        optional(rows),
        optional(columns),
        optional(subsampleSize),
        optional(testSubsampleSize),
        augmented ? MazeCopies.DIHEDRAL : MazeCopies.ORIGINAL,
        minDifficulty,
        new DatasetOutput(
            outputDir,
            force ? ExistingDataset.REPLACE : ExistingDataset.SAME_RECIPE,
            seed,
            shards,
            Compression.parse(compression),
            maxRejects));
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
