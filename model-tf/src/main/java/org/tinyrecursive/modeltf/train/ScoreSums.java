package org.tinyrecursive.modeltf.train;

import java.util.ArrayList;
import java.util.List;

/** Adds up what a model said about evaluation batches, apart for every supervision step. */
final class ScoreSums {
  private static final class Step {
    private double cellAccuracy;
    private long exact;
    private long qHaltRight;
    private double lmLoss;
  }

  private final List<Step> steps = new ArrayList<>();
  private long examples;

  /** Adds the output of one supervision step, counted from 0, of one batch. */
  void add(int supervisionStep, Batch batch, StepOutput output) {
    while (steps.size() <= supervisionStep) {
      steps.add(new Step());
    }
    Step sums = steps.get(supervisionStep);
    sums.lmLoss += output.lmLoss();
    BatchScore score = BatchScore.of(batch, output);
    for (int row = 0; row < score.rows(); row++) {
      if (score.labelled(row) > 0) {
        boolean solved = score.exact(row);
        sums.cellAccuracy += (double) score.right(row) / score.labelled(row);
        sums.exact += solved ? 1 : 0;
        sums.qHaltRight += output.qHalt()[row] >= 0 == solved ? 1 : 0;
        examples += supervisionStep == 0 ? 1 : 0;
      }
    }
  }

  /** Examples with labels. */
  long examples() {
    return examples;
  }

  Scores scores() {
    double n = Math.max(1, examples);
    Step last = steps.get(steps.size() - 1);
    return new Scores(
        last.cellAccuracy / n,
        last.exact / n,
        last.qHaltRight / n,
        last.lmLoss / n,
        steps.stream().map(step -> step.cellAccuracy / n).toList(),
        steps.stream().map(step -> step.exact / n).toList());
  }
}
