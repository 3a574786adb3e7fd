package org.tinyrecursive.modeltf.train;

/** The loss or a weight is no longer a number: nothing after the last good checkpoint is saved. */
public final class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what to do about it. */
  public TrainingDivergedException(String message) {
    super(message);
  }
}
