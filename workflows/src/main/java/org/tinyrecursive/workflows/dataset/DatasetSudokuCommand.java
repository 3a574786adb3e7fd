package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.PlannedBuild;
import org.tinyrecursive.pipelines.dataset.RawFiles;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettingsBuilder;
import org.tinyrecursive.pipelines.dataset.SudokuPlannedBuild;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.BuildProgress;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a dataset from raw Sudoku files. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetSudokuCommand implements Callable<Integer>, PlannedCommand {
  @Mixin private CsvOptions csv;

  @Option(
      names = "--num-aug",
      paramLabel = "N",
      defaultValue = "0",
      description = "symmetric copies of every train puzzle, besides the original")
  private int numAug;

  @Option(
      names = "--test-clues",
      paramLabel = "N,…",
      defaultValue = "original",
      description =
          "easier variants of every test puzzle, with answer cells shown up to N clues, such as"
              + " original,26,30,36; the original is always there")
  private String testClues;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "" + SudokuDatasetSettingsBuilder.DEFAULT_SHARDS,
      description = "files per split at most")
  private int shards;

  @Mixin private LeakageOptions leakageOptions;
  @Mixin private OutputOptions output;
  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    DatasetBuildResult built;
    try (BuildProgress progress = new BuildProgress(result.err())) {
      built = SudokuDatasetPipeline.run(settings(), beam.settings(), progress);
    }
    RowBuildReport.print(built, beam.settings(), result);
    return ExitCode.DONE;
  }

  @Override
  public PlannedBuild plannedBuild() {
    return new SudokuPlannedBuild(settings(), beam.settings());
  }

  private SudokuDatasetSettings settings() {
    RawFiles files = csv.files();
    SudokuDatasetSettingsBuilder settings =
        SudokuDatasetSettings.into(output.output(shards))
            .train(files.train())
            .test(files.test())
            .numAug(numAug)
            .minDifficulty(csv.minDifficulty())
            .onLeakage(leakageOptions.onLeakage())
            .testClues(TestClues.parse(testClues));
    csv.subsampleSize().ifPresent(settings::subsampleSize);
    csv.testSubsampleSize().ifPresent(settings::testSubsampleSize);
    return settings.build();
  }
}
