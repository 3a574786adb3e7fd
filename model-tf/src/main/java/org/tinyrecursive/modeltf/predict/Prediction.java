package org.tinyrecursive.modeltf.predict;

/**
 * What a model says about one example after its last supervision step.
 *
 * @param example position in the split, from 0
 * @param inputs [S] tokens of the question
 * @param predicted [S] most likely tokens
 * @param correct whether every labelled token is right
 * @param qHalt logit that the answer is right
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Prediction(
    int example, byte[] inputs, byte[] predicted, boolean correct, float qHalt) {}
