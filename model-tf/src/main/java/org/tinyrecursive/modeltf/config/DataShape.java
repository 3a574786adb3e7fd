package org.tinyrecursive.modeltf.config;

import org.tinyrecursive.transforms.dataset.TokenLayout;

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
    int blankIdentifierId) {
  /** What a dataset's manifest says of its tokens. */
  public static DataShape of(TokenLayout tokens) {
    return new DataShape(
        tokens.seqLen(),
        tokens.vocabSize(),
        tokens.numPuzzleIdentifiers(),
        tokens.padId(),
        tokens.ignoreLabelId().orElse(-1),
        tokens.blankIdentifierId());
  }
}
