package org.tinyrecursive.modeltf.predict;

/** Whether an answer keeps the rules of its puzzle, told without knowing the right one. */
@FunctionalInterface
public interface AnswerCheck {
  /** Nothing is known of the rules. */
  AnswerCheck NONE = (question, answer) -> false;

  /**
   * Checks an answer.
   *
   * @param question [S] tokens of the input
   * @param answer [S] predicted tokens
   */
  boolean isValid(byte[] question, byte[] answer);
}
