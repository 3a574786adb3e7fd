package org.tinyrecursive.modeltf.workers;

/** Another worker is gone, or says nothing any more: the step cannot be made. */
public final class WorkerLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message which worker, and how it was lost
   */
  public WorkerLostException(String message) {
    super(message);
  }

  /**
   * @param message which worker, and how it was lost
   * @param cause what told of it
   */
  public WorkerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
