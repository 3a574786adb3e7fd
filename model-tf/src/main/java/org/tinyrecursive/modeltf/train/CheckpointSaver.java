package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.workers.WorkerLostException;

/** Saves a run's state, its metrics first, and never weights that are no numbers. */
final class CheckpointSaver {
  private final TrainRun run;
  private final TrainingData data;
  private final TrainEngine engine;
  private final CheckpointStore store;
  private final MetricsLog metrics;
  private final PuzzleSampler sampler;

  CheckpointSaver(
      TrainRun run,
      TrainingData data,
      TrainEngine engine,
      CheckpointStore store,
      MetricsLog metrics,
      PuzzleSampler sampler) {
    this.run = run;
    this.data = data;
    this.engine = engine;
    this.store = store;
    this.metrics = metrics;
    this.sampler = sampler;
  }

  /**
   * Saves everything at the current step.
   *
   * @throws TrainingDivergedException if a weight is no number; nothing is saved then
   */
  Path save(Progress progress) throws IOException {
    ModelState tensors = engine.state();
    Optional<NamedTensor> broken = tensors.findNonFinite();
    if (broken.isPresent()) {
      throw diverged(progress.step(), "weight %s is not finite".formatted(broken.get().name()));
    }
    metrics.force();
    return store.save(state(progress), tensors);
  }

  /** Adds what an evaluation found to the checkpoint of the current step. */
  void amend(Progress progress) throws IOException {
    metrics.force();
    store.amend(state(progress));
  }

  /** The error of a run that cannot go on, naming what is left of it. */
  TrainingDivergedException diverged(long step, String what) throws IOException {
    String left =
        store
            .latest()
            .map(Checkpoint::folder)
            .map("the last good checkpoint is %s: resume from it with"::formatted)
            .orElse("no checkpoint was saved before: begin again with");
    return new TrainingDivergedException(
        "training diverged at step %d: %s; %s a lower train.lr (now %s) or a longer train.lr_warmup_steps (now %d)"
            .formatted(
                step, what, left, run.recipe().train().lr(), run.recipe().train().lrWarmupSteps()));
  }

  /**
   * The error of a run that lost a worker, after all was saved that this process has: rows whose
   * carry went with the worker begin new examples on resume.
   */
  WorkerLostException afterLoss(WorkerLostException lost, Progress progress, long savedStep)
      throws IOException {
    if (savedStep < progress.step()) {
      save(progress);
    }
    String left =
        latest()
            .map(saved -> "step %d is saved in %s".formatted(saved.state().step(), saved.folder()))
            .map(saved -> saved + ": start all workers again with --resume")
            .orElse("no step was made, so nothing was saved: start all workers again");
    return new WorkerLostException(
        "step %d: %s; %s".formatted(progress.step() + 1, lost.getMessage(), left), lost);
  }

  Optional<Checkpoint> latest() throws IOException {
    return store.latest();
  }

  private TrainingState state(Progress progress) {
    return new TrainingState(
        progress.step(),
        sampler.epoch(progress.cursor()),
        progress.cursor(),
        run.recipe(),
        data.shape(),
        data.sha256(),
        progress.elapsedSeconds(),
        progress.standing(),
        progress.pending(),
        run.versions());
  }
}
