package org.tinyrecursive.transforms.arc;

/** Where the test pairs of a task go. Its train pairs are always for training. */
public enum TestPairs {
  /** Into the train split, after the train pairs: a task that is not evaluated. */
  LEARNED,
  /** Into the test split: a task of the test set. */
  HELD_OUT
}
