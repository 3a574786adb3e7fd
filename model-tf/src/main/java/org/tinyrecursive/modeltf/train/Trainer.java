package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecipeJson;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Trains a model: checks everything before anything is written, then loads or continues the run and
 * hands over to the loop.
 */
public final class Trainer {
  private final TrainRun run;
  private final RunFolder folder;
  private final TrainingData data;
  private final StoreFactory stores;
  private final List<TrainListener> listeners;

  private Trainer(
      TrainRun run, TrainingData data, StoreFactory stores, List<TrainListener> listeners) {
    this.run = run;
    this.folder = new RunFolder(run.output());
    this.data = run.scoring() == TrainRun.Scoring.NONE ? data.withoutTest() : data;
    this.stores = stores;
    this.listeners = listeners;
  }

  /** Opens the checkpoints of a run. */
  @FunctionalInterface
  interface StoreFactory {
    CheckpointStore open(Path folder, int keep) throws IOException;
  }

  /**
   * Trains until the epochs are done, the time budget is used up or a stop is requested; each time
   * with a checkpoint at the end.
   *
   * @throws InputRefusedException if settings, data or an earlier part of the run do not fit
   * @throws TrainingDivergedException if the loss or a weight is no longer a number
   * @throws IOException if the run's folder cannot be written
   */
  public static TrainResult run(TrainRun run, TrainListener... listeners)
      throws IOException, InterruptedException {
    if (run.engines().role() == EngineFactory.Role.LEADS) {
      new RunFolder(run.output()).check(run.resume());
    }
    return run(run, TrainingData.open(run.data()), CheckpointStore::open, List.of(listeners));
  }

  static TrainResult run(
      TrainRun run, TrainingData data, StoreFactory stores, List<TrainListener> listeners)
      throws IOException, InterruptedException {
    return new Trainer(run, data, stores, listeners).start();
  }

  private boolean follows() {
    return run.engines().role() == EngineFactory.Role.FOLLOWS;
  }

  private TrainResult start() throws IOException, InterruptedException {
    if (!follows()) {
      folder.check(run.resume());
    }
    Optional<Checkpoint> from = findCheckpoint();
    return new Trainer(run.by(settle(from)), data, stores, listeners).start(from);
  }

  /** What is left to choose is chosen as before, where there is a checkpoint: for exact resume. */
  private Recipe settle(Optional<Checkpoint> from) {
    Recipe recipe = run.recipe();
    Recipe alike =
        from.isPresent() && !recipe.memory().isSettled()
            ? recipe.withMemory(from.get().state().recipe().memory())
            : recipe;
    return run.engines().settle(alike, data.shape());
  }

  private TrainResult start(Optional<Checkpoint> from) throws IOException, InterruptedException {
    Recipe recipe = run.recipe();
    PuzzleSampler sampler = new PuzzleSampler(data.train(), recipe.train());
    TrainingLength length =
        TrainingLength.of(recipe.train(), data.train(), data.meanPuzzleExamples(), sampler);
    if (recipe.curriculum().isActive() && data.blankToken().isEmpty()) {
      throw new InputRefusedException(
          "curriculum.start_clues is %d, but the task of this dataset has no blank cells to reveal; set it to 0"
              .formatted(recipe.curriculum().startClues()));
    }
    List<String> notes = new ArrayList<>();
    from.ifPresent(
        checkpoint ->
            ResumeCheck.check(checkpoint, recipe, data.shape(), data.sha256())
                .forEach(change -> notes.add("changed on resume: " + change)));
    if (run.resume() == ResumeMode.RESUME && from.isEmpty()) {
      notes.add("no checkpoint to resume from: training begins at step 1");
    }
    if (data.test().isEmpty() && run.scoring() == TrainRun.Scoring.TEST_SPLIT) {
      notes.add("the dataset has no test split: nothing is evaluated");
    }
    try (TrainEngine engine = run.engines().open(recipe, data.shape(), facts(from))) {
      if (from.isPresent()) {
        from.get().restore(engine::restore);
      }
      if (engine instanceof FollowingEngine following) {
        Progress progress = Progress.from(from);
        new TrainListeners(listeners).following(progress.step() + 1, length.totalSteps());
        return new Follower(run, data, sampler, length, following, progress).run();
      }
      return train(engine, sampler, length, from, notes);
    }
  }

  /** What all processes of a run must agree on; how each fits a step into memory is its own. */
  private Map<String, String> facts(Optional<Checkpoint> from) {
    Map<String, String> facts = new LinkedHashMap<>();
    RecipeJson.settings(run.recipe().withMemory(MemoryConfig.AUTO))
        .forEach(setting -> facts.put(setting.getKey(), setting.getValue()));
    facts.put("dataset manifest sha256", data.sha256());
    facts.put(
        "the checkpoint of step", from.map(c -> String.valueOf(c.state().step())).orElse("0"));
    return facts;
  }

  private Optional<Checkpoint> findCheckpoint() throws IOException {
    if (follows()) {
      return run.resume() == ResumeMode.RESUME
          ? CheckpointStore.findLatest(folder.checkpoints())
          : Optional.empty();
    }
    return run.resume() == ResumeMode.RESUME && Files.isDirectory(folder.checkpoints())
        ? openStore().latest()
        : Optional.empty();
  }

  private CheckpointStore openStore() throws IOException {
    return stores.open(folder.checkpoints(), run.recipe().train().keepCheckpoints());
  }

  private TrainResult train(
      TrainEngine engine,
      PuzzleSampler sampler,
      TrainingLength length,
      Optional<Checkpoint> from,
      List<String> notes)
      throws IOException, InterruptedException {
    Progress progress = Progress.from(from);
    CheckpointStore store = openStore();
    try (MetricsLog metrics =
            MetricsLog.open(folder.metrics(), progress.step(), progress.pending());
        TensorBoardListener curves =
            new TensorBoardListener(folder.tensorBoard(), progress.step() + 1)) {
      List<TrainListener> all = new ArrayList<>();
      all.add(curves);
      all.addAll(listeners);
      TrainListener listener = new TrainListeners(all);
      CheckpointSaver saver = new CheckpointSaver(run, data, engine, store, metrics, sampler);
      TrainingLoop loop =
          new TrainingLoop(run, data, sampler, length, engine, saver, metrics, listener, progress);
      listener.started(plan(engine, length, progress, notes));
      TrainResult result = loop.run();
      new ModelCard(run, data, engine, Host.current()).write(folder.modelCard(), result);
      listener.finished(result);
      return result;
    }
  }

  private TrainPlan plan(
      TrainEngine engine, TrainingLength length, Progress progress, List<String> notes) {
    int limit = run.recipe().train().evalMaxExamples();
    int tests = data.test().map(PuzzleSource::exampleCount).orElse(0);
    return new TrainPlan(
        run.recipe(),
        run.output(),
        progress.step() + 1,
        length.totalSteps(),
        data.train().groupCount(),
        data.train().exampleCount(),
        limit == 0 ? tests : Math.min(limit, tests),
        engine.parameterCounts(),
        notes);
  }
}
