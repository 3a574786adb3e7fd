package org.tinyrecursive.workflows.train;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.train.Evaluation;
import org.tinyrecursive.modeltf.train.Scores;
import org.tinyrecursive.modeltf.train.StepReport;
import org.tinyrecursive.modeltf.train.TrainListener;
import org.tinyrecursive.modeltf.train.TrainPlan;
import org.tinyrecursive.workflows.cli.DurationText;

/** Tells people what training does: the plan, how it goes, every evaluation. */
public final class TrainNarrator implements TrainListener, AutoCloseable {
  private final TrainDisplay display;
  private final Optional<Duration> timeBudget;
  private Optional<RecentSteps> recent = Optional.empty();
  private long shown = System.nanoTime();

  TrainNarrator(TrainDisplay display, Optional<Duration> timeBudget) {
    this.display = display;
    this.timeBudget = timeBudget;
  }

  /** A narrator of a run without a time budget. */
  public static TrainNarrator to(PrintWriter err) {
    return to(err, Optional.empty());
  }

  /** A narrator of a run that may have a time budget. */
  public static TrainNarrator to(PrintWriter err, Optional<Duration> timeBudget) {
    return new TrainNarrator(TrainDisplay.of(err), timeBudget);
  }

  /** Adds a line that stays. */
  public void say(String line) {
    display.line(line);
  }

  /** Examples per second of training since it began here; 0 where no step was made. */
  double examplesPerSecond() {
    return recent.map(RecentSteps::examplesPerSecond).orElse(0.0);
  }

  @Override
  public void started(TrainPlan plan) {
    recent = Optional.of(new RecentSteps(plan.totalSteps(), timeBudget));
    display.line(
        String.format(
            Locale.ROOT,
            "%s: steps %,d to about %,d of %d examples, into %s",
            plan.recipe().name(),
            plan.firstStep(),
            plan.totalSteps(),
            plan.recipe().train().globalBatchSize(),
            plan.output()));
    display.line(
        String.format(
            Locale.ROOT,
            "data: %,d training examples in %,d groups, %,d test examples per evaluation",
            plan.trainExamples(),
            plan.trainGroups(),
            plan.testExamples()));
    display.line(
        plan.parameters().stream()
            .map(part -> String.format(Locale.ROOT, "%,d %s", part.values(), part.part()))
            .collect(Collectors.joining(", ", "parameters: ", "")));
    plan.notes().forEach(note -> display.line("note: " + note));
  }

  @Override
  public void following(long firstStep, long totalSteps) {
    display.line(
        String.format(
            Locale.ROOT,
            "all workers are here: this one makes its share of steps %,d to about %,d, worker 0 says how it goes",
            firstStep,
            totalSteps));
  }

  @Override
  public void stepped(StepReport report) {
    RecentSteps steps = recent.orElseThrow();
    steps.add(report);
    if (System.nanoTime() - shown >= display.statusNanos()) {
      show(steps);
    }
  }

  @Override
  public void evaluating(long step, long examples) {
    recent.filter(steps -> !steps.isEmpty()).ifPresent(this::show);
  }

  private void show(RecentSteps steps) {
    display.status(steps.next());
    shown = System.nanoTime();
  }

  @Override
  public void evaluated(Evaluation evaluation) {
    String averaged = evaluation.ema().map(ema -> ", averaged weights " + text(ema)).orElse("");
    display.line(
        String.format(
            Locale.ROOT,
            "evaluated at step %,d (epoch %.1f) on %,d examples: raw weights %s%s, in %s",
            evaluation.step(),
            evaluation.epoch(),
            evaluation.examples(),
            text(evaluation.raw()),
            averaged,
            DurationText.format(Duration.ofMillis((long) (1e3 * evaluation.seconds())))));
    shown = System.nanoTime();
  }

  private static String text(Scores scores) {
    return String.format(
        Locale.ROOT, "cell %.4f exact %.4f", scores.cellAccuracy(), scores.exactAccuracy());
  }

  @Override
  public void close() {
    display.close();
  }
}
