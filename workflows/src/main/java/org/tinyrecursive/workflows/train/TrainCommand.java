package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.train.Reproduction;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.modeltf.train.TrainingDivergedException;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.recipe.RecipeOptions;
import org.tinyrecursive.workflows.version.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a dataset, or goes on with a run. */
@Command
public final class TrainCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipe;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "dataset, as made by trm dataset")
  private Path data;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "RUN",
      description = "folder of the run; must be empty or not exist, unless --resume is given")
  private Path outputDir;

  @Option(
      names = "--resume",
      description =
          "go on from the latest checkpoint of the run, exactly; without --recipe, with the run's"
              + " own recipe")
  private boolean resume;

  @Option(
      names = "--reproduce",
      paramLabel = "RUN",
      description =
          "repeat this run, with its recipe, into --output-dir, and say whether every number"
              + " matched")
  private Path reproduce;

  @Option(
      names = "--time-budget",
      paramLabel = "DURATION",
      description = "end after this time with an evaluation and a checkpoint, such as 30m or 1h30m")
  private Duration timeBudget;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads of one operation; default: all cores. The same number gives the same bits")
  private Integer threads;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException, InterruptedException {
    StopSignal stop = new StopSignal();
    TrainRun run = plan(stop);
    TrainSummary summary;
    int code;
    try (TrainDisplay display = TrainDisplay.of(result.err());
        StopOnSignal signals = new StopOnSignal(stop, display::line)) {
      TrainNarrator narrator = new TrainNarrator(display, run.timeBudget());
      TrainResult trained = Trainer.run(run, narrator);
      summary = TrainSummary.of(run, trained, narrator.examplesPerSecond());
      code =
          trained.end() == TrainResult.End.STOPPED
              ? signals.exitCode().orElse(ExitCode.DONE)
              : ExitCode.DONE;
    } catch (TrainingDivergedException diverged) {
      result.err().println("failed: " + diverged.getMessage());
      return ExitCode.FAILED;
    }
    if (reproduce != null) {
      return reportReproduction();
    }
    result.print(summary::text, summary);
    return code;
  }

  private int reportReproduction() throws IOException {
    Reproduction found = Reproduction.compare(reproduce, outputDir);
    ReproductionSummary summary = ReproductionSummary.of(reproduce, outputDir, found);
    result.print(summary::text, summary);
    return found.isExact() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private TrainRun plan(StopSignal stop) throws IOException {
    Compute compute = compute();
    return new TrainRun(
        recipe(),
        data,
        outputDir,
        resume ? ResumeMode.RESUME : ResumeMode.NEW,
        Optional.ofNullable(timeBudget),
        Versions.current().byName(),
        new TensorFlowEngines(compute),
        stop);
  }

  private Recipe recipe() throws IOException {
    if (reproduce != null) {
      return recipeOf(reproduce);
    }
    if (!resume || recipe.isChosen()) {
      return recipe.load().recipe();
    }
    Checkpoint latest =
        CheckpointStore.findLatest(outputDir.resolve("checkpoints"))
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        "%s has no checkpoint to take the recipe from; give --recipe too"
                            .formatted(outputDir)));
    return recipe.change(latest.state().recipe(), latest.folder().toString()).recipe();
  }

  /** Of the run that is repeated; refused for other data, for then nothing could match. */
  private Recipe recipeOf(Path run) throws IOException {
    if (recipe.isChosen()) {
      throw new InputRefusedException(
          "--reproduce takes the recipe of %s; leave out --recipe".formatted(run));
    }
    Checkpoint saved =
        CheckpointStore.findLatest(run.resolve("checkpoints"))
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        "%s has no checkpoint; --reproduce needs a run".formatted(run)));
    String found = DatasetManifest.load(data).sha256();
    if (!found.equals(saved.state().datasetSha256())) {
      throw new InputRefusedException(
          "dataset manifest has sha256 %s, %s was trained on %s; give that dataset"
              .formatted(found, run, saved.state().datasetSha256()));
    }
    return recipe.change(saved.state().recipe(), saved.folder().toString()).recipe();
  }

  private Compute compute() {
    if (threads == null) {
      return Compute.allCores();
    }
    if (threads < 1) {
      throw new InputRefusedException("--threads is %d, allowed: 1 and above".formatted(threads));
    }
    return new Compute(threads);
  }
}
