package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.modeltf.train.TrainResult;
import org.tinyrecursive.modeltf.train.TrainRun;
import org.tinyrecursive.modeltf.train.Trainer;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.train.StopOnSignal;
import org.tinyrecursive.workflows.train.TrainNarrator;
import org.tinyrecursive.workflows.version.Versions;

/**
 * Trains the model on the demonstrations of the unseen tasks, and ends early enough for them to be
 * answered within the time budget.
 */
final class AdaptedTraining {
  private final AdaptFolder folder;
  private final AdaptSettings settings;
  private final Recipe recipe;
  private final Split questions;
  private final Stages stages;
  private final PrintWriter err;

  /**
   * @param questions what is to be predicted in the end
   * @param stages whose clock the time budget goes by
   */
  AdaptedTraining(
      AdaptFolder folder,
      AdaptSettings settings,
      Recipe recipe,
      Split questions,
      Stages stages,
      PrintWriter err) {
    this.folder = folder;
    this.settings = settings;
    this.recipe = recipe;
    this.questions = questions;
    this.stages = stages;
    this.err = err;
  }

  /**
   * How it went.
   *
   * @param end completed, time_budget or stopped
   * @param step optimizer steps in all
   * @param reserve time kept back for answering; empty without a time budget
   * @param exitCode of the process, where a signal ended training
   */
  record Outcome(
      String end, long step, double epoch, Optional<Duration> reserve, OptionalInt exitCode) {
    static final String STOPPED = "stopped";

    boolean isStopped() {
      return end.equals(STOPPED);
    }

    String note() {
      return String.format(Locale.ROOT, "%,d steps, %.1f epochs, %s", step, epoch, end);
    }
  }

  /**
   * Trains; nothing more where an earlier attempt has.
   *
   * @throws InputRefusedException if the time does not even suffice for answering
   */
  Outcome run() throws IOException, InterruptedException {
    Checkpoint latest = latest();
    if (folder.isTrained()) {
      TrainingState state = latest.state();
      return new Outcome(
          "trained before", state.step(), state.epoch(), Optional.empty(), OptionalInt.empty());
    }
    Optional<Duration> reserve = reserve(latest);
    Optional<Duration> left =
        reserve.map(
            kept ->
                settings
                    .timeBudget()
                    .orElseThrow()
                    .minus(stages.elapsed())
                    .minus(kept)
                    .minusMillis((long) (1e3 * latest.state().elapsedSeconds())));
    Outcome outcome =
        left.isPresent() && (left.get().isNegative() || left.get().isZero())
            ? new Outcome(
                "time_budget",
                latest.state().step(),
                latest.state().epoch(),
                reserve,
                OptionalInt.empty())
            : train(left, reserve);
    if (!outcome.isStopped()) {
      TreeMap<String, String> how = new TreeMap<>();
      how.put("end", outcome.end());
      how.put("step", Long.toString(outcome.step()));
      folder.trained(how);
    }
    return outcome;
  }

  private Checkpoint latest() throws IOException {
    return CheckpointStore.findLatest(folder.checkpoints()).orElseThrow();
  }

  private Outcome train(Optional<Duration> left, Optional<Duration> reserve)
      throws IOException, InterruptedException {
    StopSignal stop = new StopSignal();
    Optional<Deadline> deadline =
        left.map(time -> new Deadline(System.nanoTime() + time.toNanos(), stop, System::nanoTime));
    TrainRun run =
        new TrainRun(
                recipe,
                folder.dataset(),
                folder.run(),
                ResumeMode.RESUME,
                Optional.empty(),
                Versions.current().byName(),
                new TensorFlowEngines(settings.compute()),
                stop)
            .unscored();
    try (TrainNarrator narrator = TrainNarrator.to(err, left);
        StopOnSignal signals = new StopOnSignal(stop, narrator::say)) {
      reserve.ifPresent(
          time ->
              narrator.say(
                  "keeping %s back for predicting and voting"
                      .formatted(DurationText.format(time))));
      TrainResult result =
          deadline.isPresent()
              ? Trainer.run(run, narrator, deadline.get())
              : Trainer.run(run, narrator);
      boolean inTime = deadline.map(Deadline::isReached).orElse(false);
      String end =
          result.end() == TrainResult.End.STOPPED && inTime && signals.exitCode().isEmpty()
              ? "time_budget"
              : result.end().name().toLowerCase(Locale.ROOT);
      return new Outcome(end, result.step(), result.epoch(), reserve, signals.exitCode());
    }
  }

  /** Measured before training: the graph and its sizes are the same afterwards. */
  private Optional<Duration> reserve(Checkpoint latest) throws IOException {
    if (settings.timeBudget().isEmpty()) {
      return Optional.empty();
    }
    PredictionTime time =
        PredictionTime.measure(
            latest.folder(),
            recipe.train().ema() ? WeightSet.EMA : WeightSet.RAW,
            questions,
            settings.predictBatchSize(),
            settings.compute());
    Duration left = settings.timeBudget().get().minus(stages.elapsed());
    if (latest.state().step() == 0 && time.reserve().compareTo(left) > 0) {
      throw new InputRefusedException(refusal(time, left));
    }
    return Optional.of(time.reserve());
  }

  private String refusal(PredictionTime time, Duration left) {
    long rows = time.batchesWithin(left) * settings.predictBatchSize();
    int fitting = (int) (rows * (settings.numAug() + 1L) / questions.exampleCount()) - 1;
    return "--time-budget leaves %s, but predicting %,d augmented test inputs takes about %s here; %s"
        .formatted(
            DurationText.format(left.isNegative() ? Duration.ZERO : left),
            questions.exampleCount(),
            DurationText.format(time.reserve()),
            fitting > 0
                ? "a longer --time-budget, or --num-aug of at most %d, would fit".formatted(fitting)
                : "give a longer --time-budget");
  }
}
