package org.tinyrecursive.modeltf.train;

import java.util.List;

/**
 * How well one set of weights does on test examples, all as means over examples with labels.
 *
 * @param cellAccuracy share of labelled cells that are right, after the last supervision step
 * @param exactAccuracy share of examples whose every labelled cell is right
 * @param qHaltAccuracy share of examples where q_halt ≥ 0 says rightly whether it is solved
 * @param lmLoss mean token loss
 * @param cellAccuracyByStep after 1, 2, … supervision steps
 * @param exactAccuracyByStep after 1, 2, … supervision steps
 */
public record Scores(
    double cellAccuracy,
    double exactAccuracy,
    double qHaltAccuracy,
    double lmLoss,
    List<Double> cellAccuracyByStep,
    List<Double> exactAccuracyByStep) {
  public Scores {
    cellAccuracyByStep = List.copyOf(cellAccuracyByStep);
    exactAccuracyByStep = List.copyOf(exactAccuracyByStep);
  }
}
