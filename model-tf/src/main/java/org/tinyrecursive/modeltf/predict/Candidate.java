package org.tinyrecursive.modeltf.predict;

/**
 * An answer found after some step.
 *
 * @param tokens [S] most likely tokens
 * @param qHalt logit that the answer is right
 * @param right labelled tokens that are right
 * @param valid whether it is known to keep the puzzle's rules
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Candidate(byte[] tokens, float qHalt, int right, boolean valid) {
  /** Whether it is to be taken instead of an earlier one. */
  boolean beats(Candidate earlier) {
    return valid == earlier.valid ? qHalt > earlier.qHalt : valid;
  }
}
