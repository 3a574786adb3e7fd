package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.arc.ArcCanvas;

/**
 * A prediction as a file has it.
 *
 * @param puzzle name of the augmented puzzle
 * @param input [S] tokens
 * @param prediction [S] tokens; anything, {@link #STRAY} for numbers that are no bytes
 * @param logit q_halt
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record ArcPrediction(String puzzle, byte[] input, byte[] prediction, double logit) {
  /** A token that is none. */
  static final byte STRAY = -1;

  /** The token that a number stands for. */
  static byte token(int number) {
    return number >= 0 && number < ArcCanvas.VOCAB_SIZE ? (byte) number : STRAY;
  }

  /** What is wrong with its sizes or its logit; empty if nothing. */
  String problem() {
    if (input.length != prediction.length) {
      return "has %d tokens of input and %d of prediction, expected as many"
          .formatted(input.length, prediction.length);
    }
    int side = ArcCanvas.side(input);
    if (side * side != input.length || side < 1 || side > ArcCanvas.SIDE) {
      return "has %d tokens, expected a square of at most %d"
          .formatted(input.length, ArcCanvas.CELLS);
    }
    return Double.isNaN(logit) ? "has a q_halt that is no number" : "";
  }
}
