package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * When two questions of a task count as equal. The way to tell it exactly may be costly, so there
 * is a cheap one, too, which tells nearly all that differ.
 */
public interface QuestionForm extends Serializable {
  /**
   * A number that questions share which are equal up to symmetry, and few others.
   *
   * @param question [cells] tokens
   */
  long invariant(byte[] question);

  /**
   * A text that questions share which are equal up to symmetry, and no others.
   *
   * @param question [cells] tokens
   */
  String canonical(byte[] question);
}
