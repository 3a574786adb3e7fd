package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * The group in which a question meets its answer. Few groups, for a runner pays for every key of a
 * join: joining some ten thousand questions each under its own key takes minutes, like this a
 * second.
 */
final class QuestionGroup {
  private static final int GROUPS = 64;

  private QuestionGroup() {}

  /** Equal questions have equal groups. */
  static int of(String question) {
    return (int) Long.remainderUnsigned(StableRandom.hash(question), GROUPS);
  }
}
