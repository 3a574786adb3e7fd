package org.tinyrecursive.modeltf.config;

/**
 * What a model must know of its data.
 *
 * @param seqLen tokens S per example
 * @param vocabSize token values V
 * @param numPuzzleIdentifiers rows N of the puzzle table
 * @param padId token that fills an incomplete evaluation batch
 * @param ignoreLabelId label that counts nowhere in the loss; negative: none
 * @param blankIdentifierId puzzle identifier of filling rows
 */
public record DataShape(
    int seqLen,
    int vocabSize,
    int numPuzzleIdentifiers,
    int padId,
    int ignoreLabelId,
    int blankIdentifierId) {}
