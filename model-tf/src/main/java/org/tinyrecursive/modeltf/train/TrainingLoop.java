package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.workers.WorkerLostException;

/** Step after step: batch, optimizer step, metrics; checkpoints and evaluations when due. */
final class TrainingLoop {
  private final TrainRun run;
  private final TrainConfig config;
  private final TrainingData data;
  private final PuzzleSampler sampler;
  private final TrainingLength length;
  private final TrainEngine engine;
  private final CheckpointSaver saver;
  private final MetricsLog metrics;
  private final TrainListener listener;
  private final Progress progress;
  private final LearningRateSchedule lr;
  private final LearningRateSchedule puzzleLr;
  private long savedStep;
  private double evaluationSeconds;

  TrainingLoop(
      TrainRun run,
      TrainingData data,
      PuzzleSampler sampler,
      TrainingLength length,
      TrainEngine engine,
      CheckpointSaver saver,
      MetricsLog metrics,
      TrainListener listener,
      Progress progress) {
    this.run = run;
    this.data = data;
    this.sampler = sampler;
    this.length = length;
    this.engine = engine;
    this.saver = saver;
    this.metrics = metrics;
    this.listener = listener;
    this.progress = progress;
    config = run.recipe().train();
    lr = schedule(config.lr());
    puzzleLr = schedule(config.puzzleEmbLr());
    savedStep = progress.step();
  }

  TrainResult run() throws IOException, InterruptedException {
    try {
      return train();
    } catch (WorkerLostException lost) {
      throw saver.afterLoss(lost, progress, savedStep);
    }
  }

  private TrainResult train() throws IOException, InterruptedException {
    if (progress.pending() == PendingWork.EVALUATION) {
      evaluate();
    }
    try (Prefetcher batches = TrainBatches.prefetch(run.recipe(), data, length, progress)) {
      long stepStart = System.nanoTime();
      while (true) {
        if (run.stop().isRequested()) {
          return end(TrainResult.End.STOPPED);
        }
        if (isInVain()) {
          return end(TrainResult.End.NO_GAIN);
        }
        if (isBudgetUsed()) {
          return end(TrainResult.End.TIME_BUDGET);
        }
        Optional<TrainBatches.TrainBatch> batch = batches.next();
        if (batch.isEmpty()) {
          return end(TrainResult.End.COMPLETED);
        }
        step(batch.get(), stepStart);
        stepStart = System.nanoTime();
        if (batch.get().place() == PuzzleSampler.Place.ENDS_ITERATION) {
          saveAndEvaluate();
          stepStart = System.nanoTime();
        } else if (isCheckpointDue()) {
          save();
          stepStart = System.nanoTime();
        }
      }
    }
  }

  private void step(TrainBatches.TrainBatch batch, long startNanos) throws IOException {
    long step = progress.step() + 1;
    double rate = lr.rate(step);
    double puzzleRate = puzzleLr.rate(step);
    StepMetrics sums =
        engine.step(
            batch.batch(),
            new StepSettings(
                step,
                rate,
                puzzleRate,
                run.recipe().recursion().thirds(step, length.totalSteps())));
    if (!Double.isFinite(sums.loss())) {
      throw saver.diverged(step, "the loss is " + sums.loss());
    }
    progress.stepped(batch.after());
    StepReport report =
        new StepReport(
            step,
            sampler.epoch(batch.after()),
            rate,
            puzzleRate,
            sums,
            config.globalBatchSize(),
            (System.nanoTime() - startNanos) / 1e9,
            progress.elapsedSeconds());
    metrics.append(report);
    listener.stepped(report);
  }

  /** Saves first, so that a long evaluation loses nothing when it is cut off. */
  private void saveAndEvaluate() throws IOException {
    progress.owes(data.test().isPresent() ? PendingWork.EVALUATION : PendingWork.NONE);
    save();
    if (data.test().isPresent()) {
      evaluate();
    }
  }

  private void evaluate() throws IOException {
    Evaluator evaluator =
        new Evaluator(
            engine, data.test().orElseThrow(), data.shape(), config.evalMaxExamples(), run.stop());
    listener.evaluating(progress.step(), evaluator.examples());
    Optional<Evaluation> evaluation =
        evaluator.evaluate(
            progress.step(),
            sampler.epoch(progress.cursor()),
            config.ema() ? Evaluator.Averaging.KEPT : Evaluator.Averaging.NONE);
    if (evaluation.isPresent()) {
      evaluationSeconds = evaluation.get().seconds();
      progress.evaluated(evaluation.get(), run.recipe().selection());
      metrics.append(evaluation.get(), progress.elapsedSeconds());
      saver.amend(progress);
      listener.evaluated(evaluation.get());
    }
  }

  private void save() throws IOException {
    Path saved = saver.save(progress);
    savedStep = progress.step();
    listener.saved(savedStep, saved);
  }

  private TrainResult end(TrainResult.End reason) throws IOException {
    boolean evaluatedNow =
        progress.evaluation().map(last -> last.step() == progress.step()).orElse(false);
    if (reason == TrainResult.End.TIME_BUDGET && !evaluatedNow) {
      if (savedStep < progress.step()) {
        saveAndEvaluate();
      } else if (data.test().isPresent()) {
        evaluate();
      }
    } else if (savedStep < progress.step()) {
      save();
    }
    return new TrainResult(
        reason,
        progress.step(),
        sampler.epoch(progress.cursor()),
        progress.elapsedSeconds(),
        saver.latest().map(Checkpoint::folder),
        progress.evaluation(),
        progress.best());
  }

  private boolean isInVain() {
    int patience = run.recipe().selection().patience();
    return patience > 0 && progress.standing().withoutGain() >= patience;
  }

  private boolean isCheckpointDue() {
    return config.checkpointEverySteps() > 0
        && progress.step() % config.checkpointEverySteps() == 0;
  }

  /** The last evaluation's time is kept back: the budget includes the evaluation at its end. */
  private boolean isBudgetUsed() {
    return progress.step() > 0
        && run.timeBudget()
            .map(budget -> progress.secondsHere() + evaluationSeconds >= budget.toMillis() / 1e3)
            .orElse(false);
  }

  private LearningRateSchedule schedule(double base) {
    return new LearningRateSchedule(
        base, config.lrWarmupSteps(), length.totalSteps(), config.lrMinRatio());
  }
}
