package org.tinyrecursive.modeltf.train;

/**
 * What a model says after one supervision step of an evaluation batch.
 *
 * @param predictions [B · S] most likely tokens
 * @param qHalt [B] halting logits; sigmoid gives the model's own confidence
 * @param lmLoss sum over rows of the mean token loss
 */
@SuppressWarnings("ArrayRecordComponent") // results of one step, never compared
public record StepOutput(int[] predictions, float[] qHalt, double lmLoss) {}
