package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.train.Reproduction;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.modeltf.train.TrainingDivergedException;
import org.tinyrecursive.modeltf.workers.WorkerLostException;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.compute.ComputeOptions;
import org.tinyrecursive.workflows.compute.WorkerOptions;
import org.tinyrecursive.workflows.recipe.Assignment;
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
      names = "--seeds",
      split = ",",
      paramLabel = "S,S,…",
      description =
          "one run for each of these seeds, in folders of their own, and a report with mean and"
              + " spread")
  private List<Long> seeds;

  @Option(
      names = "--time-budget",
      paramLabel = "DURATION",
      description =
          "end after this time with an evaluation and a checkpoint, such as 30m or 1h30m;"
              + " of every run where there are several")
  private Duration timeBudget;

  @Mixin private ComputeOptions hardware;

  @Mixin private WorkerOptions workers;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      return seeds == null ? trainOne() : trainSeveral();
    } catch (TrainingDivergedException | WorkerLostException ended) {
      result.err().println("failed: " + ended.getMessage());
      return ExitCode.FAILED;
    }
  }

  private int trainOne() throws IOException, InterruptedException {
    StopSignal stop = new StopSignal();
    SeveralSeeds.Ended ended =
        train(plan(recipe(), outputDir, resume ? ResumeMode.RESUME : ResumeMode.NEW, stop));
    if (reproduce != null) {
      return reportReproduction();
    }
    result.print(ended.summary()::text, ended.summary());
    return ended.code();
  }

  private int trainSeveral() throws IOException, InterruptedException {
    if (reproduce != null) {
      throw new InputRefusedException("--reproduce repeats one run; leave out --seeds");
    }
    SeveralSeeds.AllEnded ended =
        new SeveralSeeds(outputDir, data, seeds, result.err())
            .run(
                resume ? ResumeMode.RESUME : ResumeMode.NEW,
                (seed, folder, mode) -> train(plan(recipe(seed), folder, mode, new StopSignal())));
    result.print(ended.summary()::text, ended.summary());
    return ended.code();
  }

  private SeveralSeeds.Ended train(TrainRun run) throws IOException, InterruptedException {
    try (TrainDisplay display = TrainDisplay.of(result.err());
        StopOnSignal signals = new StopOnSignal(run.stop(), display::line)) {
      TrainNarrator narrator = new TrainNarrator(display, run.timeBudget());
      workers.waiting().ifPresent(display::line);
      TrainResult trained = Trainer.run(run, narrator);
      return new SeveralSeeds.Ended(
          TrainSummary.of(run, trained, narrator.examplesPerSecond()),
          trained.end() == TrainResult.End.STOPPED
              ? signals.exitCode().orElse(ExitCode.DONE)
              : ExitCode.DONE);
    }
  }

  private int reportReproduction() throws IOException {
    Reproduction found = Reproduction.compare(reproduce, outputDir);
    ReproductionSummary summary = ReproductionSummary.of(reproduce, outputDir, found);
    result.print(summary::text, summary);
    return found.isExact() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private TrainRun plan(Recipe chosen, Path folder, ResumeMode mode, StopSignal stop) {
    return new TrainRun(
        chosen,
        data,
        folder,
        mode,
        Optional.ofNullable(timeBudget),
        Versions.current().byName(),
        workers.engines(hardware.compute()),
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

  /** Of one of several runs; in a folder of runs, that of any of them will do. */
  private Recipe recipe(long seed) throws IOException {
    List<Assignment> own = List.of(Assignment.option("train.seed", seed, "--seeds"));
    if (!resume || recipe.isChosen()) {
      return recipe.load(own).recipe();
    }
    for (long each : seeds) {
      Optional<Checkpoint> saved =
          CheckpointStore.findLatest(SeveralSeeds.folder(outputDir, each).resolve("checkpoints"));
      if (saved.isPresent()) {
        return recipe
            .change(saved.get().state().recipe(), saved.get().folder().toString(), own)
            .recipe();
      }
    }
    throw new InputRefusedException(
        "%s has no checkpoint to take the recipe from; give --recipe too".formatted(outputDir));
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
}
