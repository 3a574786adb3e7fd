package org.tinyrecursive.modeltf.checkpoint;

/** What is still to be done at the step of a checkpoint before training goes on. */
public enum PendingWork {
  NONE,
  /** The evaluation that this step calls for has not been finished. */
  EVALUATION
}
