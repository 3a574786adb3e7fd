package org.tinyrecursive.modeltf.checkpoint;

/**
 * The best evaluation of a run so far.
 *
 * @param step the checkpoint that was evaluated
 * @param exactAccuracy share of test examples solved wholly, by the weights that are exported
 */
public record BestScore(long step, double exactAccuracy) {}
