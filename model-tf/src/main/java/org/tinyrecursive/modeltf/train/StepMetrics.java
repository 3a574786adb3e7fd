package org.tinyrecursive.modeltf.train;

/**
 * Sums over one training step (trm-spec, "Loss"): losses over all rows, the others over the rows
 * that halted now and have labels.
 */
public record StepMetrics(
    double loss,
    double lmLoss,
    double qHaltLoss,
    double qContinueLoss,
    double count,
    double accuracy,
    double exactAccuracy,
    double qHaltAccuracy,
    double steps) {}
