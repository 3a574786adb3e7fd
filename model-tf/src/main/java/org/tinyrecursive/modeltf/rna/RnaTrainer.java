package org.tinyrecursive.modeltf.rna;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.BestScore;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.Standing;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.train.LearningRateSchedule;
import org.tinyrecursive.modeltf.train.MetricsFile;
import org.tinyrecursive.modeltf.train.RunFolder;
import org.tinyrecursive.modeltf.train.TrainingDivergedException;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Trains a model of RNA structures: step after step, a checkpoint and an evaluation every {@code
 * eval_interval} epochs, the best by mean TM-score kept. A resumed run makes the same steps, bit
 * for bit, as one that never stopped.
 */
public final class RnaTrainer {
  private final RnaTrainRun run;
  private final TrainConfig config;
  private final RnaTrainListener listener;
  private final RnaEngine engine;
  private final CheckpointStore store;
  private final RnaSampler sampler;
  private final RnaRunState states;
  private final LearningRateSchedule schedule;
  private final long totalSteps;
  private final long startNanos = System.nanoTime();
  private double secondsBefore;
  private long step;
  private Standing standing = Standing.NONE;

  private RnaTrainer(
      RnaTrainRun run, RnaTrainListener listener, RnaEngine engine, CheckpointStore store) {
    this.run = run;
    this.listener = listener;
    this.engine = engine;
    this.store = store;
    config = run.recipe().train();
    sampler =
        new RnaSampler(
            run.train(),
            config.globalBatchSize(),
            run.maxLength(),
            engine.rowsPerTarget(),
            config.seed());
    totalSteps = config.epochs() * sampler.stepsPerEpoch();
    states = new RnaRunState(run, sampler.stepsPerEpoch());
    schedule =
        new LearningRateSchedule(
            config.lr(),
            Math.min(config.lrWarmupSteps(), totalSteps / 10),
            totalSteps,
            config.lrMinRatio());
  }

  /**
   * Trains until all epochs are done, the time is used up, or the end is asked for.
   *
   * @throws InputRefusedException if there is nothing to learn from, the folder cannot be used, or
   *     the run to be resumed had other settings or data
   * @throws TrainingDivergedException if a loss or weight is no number
   */
  public static RnaTrainResult run(RnaTrainRun run, RnaTrainListener listener) throws IOException {
    if (run.train().isEmpty()) {
      throw new InputRefusedException("the dataset has no target to train on");
    }
    RunFolder folder = new RunFolder(run.output());
    folder.check(run.resume());
    CheckpointStore store =
        CheckpointStore.open(folder.checkpoints(), run.recipe().train().keepCheckpoints());
    Optional<Checkpoint> latest = store.latest();
    try (RnaEngine engine = new RnaEngine(run.recipe(), run.kind(), run.guesses(), run.compute())) {
      RnaTrainer trainer = new RnaTrainer(run, listener, engine, store);
      if (latest.isPresent()) {
        trainer.restore(latest.get());
      }
      PendingWork pending = latest.map(found -> found.state().pending()).orElse(PendingWork.NONE);
      try (MetricsFile metrics = MetricsFile.open(folder.metrics(), trainer.step, pending)) {
        return trainer.train(metrics, pending);
      }
    }
  }

  private void restore(Checkpoint checkpoint) throws IOException {
    states.check(checkpoint);
    checkpoint.restore(engine::restore);
    step = checkpoint.state().step();
    standing = checkpoint.state().standing();
    secondsBefore = checkpoint.state().elapsedSeconds();
  }

  private RnaTrainResult train(MetricsFile metrics, PendingWork pending) throws IOException {
    listener.started(step, totalSteps, engine.parameterCount());
    if (pending == PendingWork.EVALUATION) {
      evaluate(metrics);
    }
    long interval = config.evalInterval() * sampler.stepsPerEpoch();
    long saved = step;
    while (step < totalSteps && !run.stop().isRequested() && !isBudgetUsed()) {
      makeStep(metrics);
      if (step % interval == 0 || step == totalSteps) {
        save(metrics, PendingWork.EVALUATION);
        evaluate(metrics);
        saved = step;
      } else if (config.checkpointEverySteps() > 0 && step % config.checkpointEverySteps() == 0) {
        save(metrics, PendingWork.NONE);
        saved = step;
      }
    }
    if (saved < step) {
      boolean isStopped = run.stop().isRequested();
      save(metrics, isStopped ? PendingWork.NONE : PendingWork.EVALUATION);
      if (!isStopped) {
        evaluate(metrics);
      }
    }
    return new RnaTrainResult(
        step,
        step >= totalSteps,
        standing.first().map(BestScore::exactAccuracy),
        standing.first().map(BestScore::step),
        elapsedSeconds(),
        store.latest().map(Checkpoint::folder));
  }

  private void makeStep(MetricsFile metrics) throws IOException {
    long next = step + 1;
    double lr = schedule.rate(next);
    Map<String, Double> losses = engine.step(sampler.windows(next), next, lr);
    double loss = losses.get("loss");
    if (!Double.isFinite(loss)) {
      throw diverged(next, "the loss is " + loss);
    }
    step = next;
    ObjectNode line = MetricsFile.line("train", step, epoch()).put("lr", lr);
    losses.forEach(line::put);
    timing(line);
    metrics.append(line);
    listener.stepped(step, losses);
  }

  private void evaluate(MetricsFile metrics) throws IOException {
    if (!run.validation().isEmpty()) {
      double score = meanTmScore();
      standing = standing.with(new BestScore(step, score), 1, 0);
      ObjectNode line = MetricsFile.line(MetricsFile.EVALUATION, step, epoch());
      line.put("targets", validation().size()).put("mean_tm_score", score);
      timing(line);
      metrics.append(line);
      listener.evaluated(step, score);
    }
    metrics.force();
    store.amend(states.state(step, elapsedSeconds(), standing, PendingWork.NONE));
  }

  private List<RnaExample> validation() {
    int most = config.evalMaxExamples();
    return most == 0 || most >= run.validation().size()
        ? run.validation()
        : run.validation().subList(0, most);
  }

  /** Best of all guesses, on the middle of targets that are longer than a window. */
  private double meanTmScore() {
    double sum = 0;
    for (RnaExample example : validation()) {
      int size = Math.min(example.length(), run.maxLength());
      int from = (example.length() - size) / 2;
      List<RnaWindow> windows = new ArrayList<>();
      int rows = engine.rowsPerTarget();
      for (int k = 0; k < rows; k++) {
        RnaStart start = example.starts().get(k % example.starts().size());
        windows.add(new RnaWindow(example, start, from, from + size, k % run.guesses()));
      }
      sum += run.score().best(example, from, RnaPredictor.predict(engine, windows));
    }
    return sum / validation().size();
  }

  private void save(MetricsFile metrics, PendingWork pending) throws IOException {
    ModelState tensors = engine.state();
    if (tensors.findNonFinite().isPresent()) {
      throw diverged(
          step, "weight %s is not finite".formatted(tensors.findNonFinite().get().name()));
    }
    metrics.force();
    store.save(states.state(step, elapsedSeconds(), standing, pending), tensors);
  }

  private TrainingDivergedException diverged(long at, String what) throws IOException {
    return new TrainingDivergedException(
        "training diverged at step %d: %s; %s; train again with a lower --lr (now %s)"
            .formatted(
                at,
                what,
                store
                    .latest()
                    .map(good -> "the last good checkpoint is " + good.folder())
                    .orElse("no checkpoint was saved before"),
                config.lr()));
  }

  private double epoch() {
    return (double) step / sampler.stepsPerEpoch();
  }

  private double elapsedSeconds() {
    return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
  }

  private boolean isBudgetUsed() {
    return run.timeBudget()
        .map(budget -> System.nanoTime() - startNanos >= budget.toNanos())
        .orElse(false);
  }

  private void timing(ObjectNode line) {
    line.putObject("timing")
        .put(
            "elapsed_seconds",
            Double.parseDouble(String.format(Locale.ROOT, "%.3f", elapsedSeconds())));
  }
}
