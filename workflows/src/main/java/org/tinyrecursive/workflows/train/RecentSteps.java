package org.tinyrecursive.workflows.train;

import java.time.Duration;
import java.util.Optional;
import org.tinyrecursive.modeltf.train.StepReport;

/** Sums steps up between two statuses, and all steps for the speed of the whole. */
final class RecentSteps {
  private final long totalSteps;
  private final Optional<Duration> timeBudget;
  private final long startNanos = System.nanoTime();
  private long steps;
  private long examples;
  private double seconds;
  private double loss;
  private double exact;
  private double halted;
  private long allExamples;
  private double allSeconds;
  private long step;

  RecentSteps(long totalSteps, Optional<Duration> timeBudget) {
    this.totalSteps = totalSteps;
    this.timeBudget = timeBudget;
  }

  void add(StepReport report) {
    step = report.step();
    steps++;
    examples += report.batchSize();
    seconds += report.seconds();
    loss += report.metrics().loss();
    exact += report.metrics().exactAccuracy();
    halted += report.metrics().count();
    allExamples += report.batchSize();
    allSeconds += report.seconds();
  }

  boolean isEmpty() {
    return steps == 0;
  }

  /** Examples per second over all steps; 0 before the first. */
  double examplesPerSecond() {
    return allSeconds == 0 ? 0 : allExamples / allSeconds;
  }

  /** The status of the steps since the last one, of which there is at least one. */
  TrainStatus next() {
    TrainStatus status =
        new TrainStatus(
            step, totalSteps, loss / examples, exact / halted, examples / seconds, remaining());
    steps = 0;
    examples = 0;
    seconds = 0;
    loss = 0;
    exact = 0;
    halted = 0;
    return status;
  }

  private Duration remaining() {
    double secondsPerStep = seconds / steps;
    double left = Math.max(0, totalSteps - step) * secondsPerStep;
    double here = (System.nanoTime() - startNanos) / 1e9;
    double budget = timeBudget.map(b -> b.toMillis() / 1e3 - here).orElse(left);
    return Duration.ofMillis((long) (1e3 * Math.max(0, Math.min(left, budget))));
  }
}
