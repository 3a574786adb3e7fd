package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettingsBuilder;
import org.tinyrecursive.pipelines.dataset.ArcPlannedBuild;
import org.tinyrecursive.pipelines.dataset.BuiltLeakage;
import org.tinyrecursive.pipelines.dataset.DatasetBuildResult;
import org.tinyrecursive.pipelines.dataset.PlannedBuild;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.BeamOptions;
import org.tinyrecursive.workflows.beam.BuildProgress;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a dataset from files of ARC tasks. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetArcCommand implements Callable<Integer>, PlannedCommand {
  @Option(
      names = "--input-file-prefix",
      required = true,
      paramLabel = "PREFIX",
      description =
          "of PREFIX_<subset>_challenges.json and, beside it, _solutions.json (without it answers"
              + " are unknown), or of folders PREFIX/<subset>/ with a file per task; local or"
              + " gs://")
  private String inputFilePrefix;

  @Option(
      names = "--subsets",
      required = true,
      split = ",",
      paramLabel = "NAME,…",
      description = "subsets to read, such as training,evaluation,concept")
  private List<String> subsets;

  @Option(
      names = "--test-set-name",
      required = true,
      paramLabel = "NAME",
      description = "the subset whose test pairs make the test split; those of others are learned")
  private String testSetName;

  @Option(
      names = "--num-aug",
      paramLabel = "N",
      defaultValue = "0",
      description = "augmentations of every task besides the original, none twice")
  private int numAug;

  @Option(
      names = "--canvas",
      paramLabel = "N",
      defaultValue = "" + ArcCanvas.SIDE,
      description =
          "rows and columns of the square that grids are drawn on, 30 as published; less makes"
              + " models of small grids cheap, and refuses tasks with larger ones")
  private int canvas;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "" + ArcDatasetSettingsBuilder.DEFAULT_SHARDS,
      description = "files per split at most")
  private int shards;

  @Option(
      names = "--allow-mixed-versions",
      description = "read ARC-AGI-1 and ARC-AGI-2 together, though they share tasks")
  private boolean mixedVersions;

  @Mixin private LeakageOptions leakageOptions;
  @Mixin private OutputOptions output;
  @Mixin private BeamOptions beam;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    DatasetBuildResult built;
    try (BuildProgress progress = new BuildProgress(result.err())) {
      built = ArcDatasetPipeline.run(settings(), beam.settings(), progress);
    }
    LeakageReport leakage = BuiltLeakage.read(built, beam.settings()).orElseThrow();
    ArcBuildReport report = ArcBuildReport.of(BuildReport.of(built), testSetName, leakage);
    result.print(() -> report.text(leakage), report);
    return ExitCode.DONE;
  }

  @Override
  public PlannedBuild plannedBuild() {
    return new ArcPlannedBuild(settings(), beam.settings());
  }

  private ArcDatasetSettings settings() {
    return ArcDatasetSettings.into(output.output(shards))
        .inputFilePrefix(inputFilePrefix)
        .subsets(subsets)
        .testSetName(testSetName)
        .numAug(numAug)
        .canvas(canvas)
        .versions(
            mixedVersions ? ArcDatasetSettings.Versions.MIXED : ArcDatasetSettings.Versions.ONE)
        .onLeakage(leakageOptions.onLeakage())
        .build();
  }
}
