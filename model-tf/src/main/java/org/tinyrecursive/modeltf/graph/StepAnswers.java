package org.tinyrecursive.modeltf.graph;

/**
 * What a model says after one supervision step.
 *
 * @param predictions [B · S] most likely tokens
 * @param qHalt [B] halting logits; sigmoid gives the model's own confidence
 */
@SuppressWarnings("ArrayRecordComponent") // results of one step, never compared
public record StepAnswers(int[] predictions, float[] qHalt) {}
