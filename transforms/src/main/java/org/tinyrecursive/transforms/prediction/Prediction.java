package org.tinyrecursive.transforms.prediction;

/**
 * What a model says about one example.
 *
 * @param id position of the example in its split, from 0
 * @param question [S] tokens of the input
 * @param prediction [S] most likely tokens
 * @param correct whether the example has labels, and every one of them is predicted
 * @param qHalt logit that the prediction is right
 * @param steps supervision steps spent on the example, 1 and above
 * @param puzzle identifier of its puzzle, 0 where puzzles have none
 * @param verified whether the prediction was checked by the puzzle's rules and keeps them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Prediction(
    int id,
    byte[] question,
    byte[] prediction,
    boolean correct,
    float qHalt,
    int steps,
    int puzzle,
    boolean verified) {}
