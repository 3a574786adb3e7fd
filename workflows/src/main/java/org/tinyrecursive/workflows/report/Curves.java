package org.tinyrecursive.workflows.report;

import java.util.List;
import java.util.Optional;

/**
 * What {@code metrics.jsonl} holds, ready to draw: columns of equal length, null where nothing was
 * measured.
 *
 * @param train per optimizer step, thinned to a drawable number of points by averaging neighbours
 * @param evaluations per evaluation
 * @param byStep the last evaluation after 1, 2, … supervision steps, exported weights
 * @param lastStep optimizer steps made
 */
public record Curves(
    Train train, Evaluations evaluations, List<StepAccuracy> byStep, long lastStep) {
  public Curves {
    byStep = List.copyOf(byStep);
  }

  /** Columns over training steps; losses are per example, accuracies from 0 to 1. */
  public record Train(
      List<Double> step, List<Double> loss, List<Double> exactAccuracy, List<Double> lr) {}

  /** Columns over evaluations; accuracies from 0 to 1. */
  public record Evaluations(
      List<Double> step, List<Double> rawExact, List<Double> emaExact, List<Double> cell) {

    /** Exact accuracy of the exported weights at the last evaluation. */
    Optional<Double> lastExact() {
      if (step.isEmpty()) {
        return Optional.empty();
      }
      int last = step.size() - 1;
      return Optional.ofNullable(
          emaExact.get(last) != null ? emaExact.get(last) : rawExact.get(last));
    }
  }
}
