package org.tinyrecursive.transforms;

/**
 * A user's input, setting or file that cannot be used. The message says what is wrong, where, what
 * was found, what is allowed and what to do; it is shown without a stack trace, and the command
 * exits with 3.
 */
public class InputRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputRefusedException(String message) {
    super(message);
  }

  public InputRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
