package org.tinyrecursive.workflows.cli;

/** What the process returns to its caller. */
public final class ExitCode {
  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** Something went wrong that is no user's mistake, or a check did not hold. */
  public static final int FAILED = 1;

  /** The command line itself was wrong. */
  public static final int USAGE = 2;

  /** A file, setting or input cannot be used. */
  public static final int INPUT_REFUSED = 3;

  private ExitCode() {}
}
