package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.MazeDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.MazeDatasetSettings;
import org.tinyrecursive.pipelines.dataset.MazePlannedBuild;
import org.tinyrecursive.pipelines.dataset.PlannedBuild;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettingsBuilder;
import org.tinyrecursive.transforms.beam.MazeCopies;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.BuildProgress;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.maze.MazeSizeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a dataset from raw maze files. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetMazeCommand implements Callable<Integer>, PlannedCommand {
  @Mixin private CsvOptions csv;

  @Mixin private MazeSizeOptions size;

  @Option(
      names = "--aug",
      description =
          "every train maze under all symmetries that keep its shape: 8 of a square, else 4")
  private boolean augmented;

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
      built = MazeDatasetPipeline.run(settings(), beam.settings(), progress);
    }
    RowBuildReport.print(built, beam.settings(), result);
    return ExitCode.DONE;
  }

  @Override
  public PlannedBuild plannedBuild() {
    return new MazePlannedBuild(settings(), beam.settings());
  }

  private MazeDatasetSettings settings() {
    return new MazeDatasetSettings(
        csv.files(),
        size.rows(),
        size.columns(),
        csv.subsampleSize(),
        csv.testSubsampleSize(),
        augmented ? MazeCopies.DIHEDRAL : MazeCopies.ORIGINAL,
        csv.minDifficulty(),
        leakageOptions.onLeakage(),
        output.output(shards));
  }
}
