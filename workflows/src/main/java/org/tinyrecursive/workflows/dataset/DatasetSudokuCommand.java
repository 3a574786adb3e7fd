package org.tinyrecursive.workflows.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.ExistingDataset;
import org.tinyrecursive.pipelines.dataset.PlannedBuild;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettingsBuilder;
import org.tinyrecursive.pipelines.dataset.SudokuPlannedBuild;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.CounterLines;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a dataset from raw Sudoku files. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetSudokuCommand implements Callable<Integer>, PlannedCommand {
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
      names = "--subsample-size",
      paramLabel = "N",
      description = "train puzzles to keep, drawn by seed (default: all)")
  private Integer subsampleSize;

  @Option(
      names = "--test-subsample-size",
      paramLabel = "N",
      description = "test puzzles to keep, drawn by seed (default: all)")
  private Integer testSubsampleSize;

  @Option(
      names = "--num-aug",
      paramLabel = "N",
      defaultValue = "0",
      description = "symmetric copies of every train puzzle, besides the original")
  private int numAug;

  @Option(
      names = "--min-difficulty",
      paramLabel = "RATING",
      defaultValue = "0",
      description = "smallest rating to keep, in both splits")
  private int minDifficulty;

  @Option(
      names = "--test-clues",
      paramLabel = "N,…",
      defaultValue = "original",
      description =
          "easier variants of every test puzzle, with answer cells shown up to N clues, such as"
              + " original,26,30,36; the original is always there")
  private String testClues;

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
  private Compression compression;

  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "records that may be refused; they are written to rejects/ with their reason")
  private long maxRejects;

  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    DatasetBuildResult built =
        SudokuDatasetPipeline.run(
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
    return new SudokuPlannedBuild(settings(), beam.settings());
  }

  private SudokuDatasetSettings settings() {
    SudokuDatasetSettingsBuilder settings =
        SudokuDatasetSettings.into(outputDir)
            .train(train)
            .test(test)
            .numAug(numAug)
            .minDifficulty(minDifficulty)
            .testClues(TestClues.parse(testClues))
            .seed(seed)
            .shards(shards)
            .compression(compression)
            .maxRejects(maxRejects)
            .ifThere(force ? ExistingDataset.REPLACE : ExistingDataset.SAME_RECIPE);
    if (subsampleSize != null) {
      settings.subsampleSize(subsampleSize);
    }
    if (testSubsampleSize != null) {
      settings.testSubsampleSize(testSubsampleSize);
    }
    return settings.build();
  }
}
